// English words: the HTTP interface for programs, its errors and its page.
import type { api as french } from '../fr/api.ts';

export const api: Record<keyof typeof french, string> = {
  'api.problem.400': 'Bad request',
  'api.problem.401': 'Sign-in needed',
  'api.problem.403': 'Not allowed',
  'api.problem.404': 'Not found',
  'api.problem.405': 'No such method at this address',
  'api.problem.409': 'In conflict with how things stand',
  'api.problem.410': 'No longer valid',
  'api.problem.413': 'Too large',
  'api.problem.415': 'Format not supported',
  'api.problem.422': 'Key already used',
  'api.problem.429': 'Too many requests',
  'api.problem.500': 'Server error',
  'api.problem.503': 'Not available for now',

  'api.detail.host':
    'This server does not answer to that name. If it stands behind a proxy, PUBLIC_URL must say so.',
  'api.detail.origin':
    'This request comes from another address than the server’s own: it is refused.',
  'api.detail.method': 'Methods here: {methods}.',
  'api.detail.failure':
    'Something unexpected went wrong. It is noted in the server’s log under {reference}.',
  'api.detail.body-json': 'The body of the request is not readable JSON.',
  'api.detail.body-type': 'The body of the request must be JSON (Content-Type: application/json).',
  'api.detail.token': 'This token does not exist or was revoked.',
  'api.detail.body-limit': 'The body of a request is at most {limit} MiB. Nothing was changed.',
  'api.detail.key-different':
    'This Idempotency-Key was already used for a request with other content.',
  'api.detail.key-started':
    'A request with this Idempotency-Key is at work, or was cut short by a stop of the server. Look at what was done before sending a new key.',
  'api.detail.key-invalid': 'Idempotency-Key: 1 to 200 visible ASCII characters.',

  'api.input.missing': 'Missing.',
  'api.input.type': 'Not of the expected type.',
  'api.input.too-long': 'Too long or too large (at most {limit}).',
  'api.input.too-short': 'Too short or too small (at least {limit}).',
  'api.input.format': 'Not of the expected form.',
  'api.input.choice': 'Possible values: {choices}.',
  'api.input.wrong': 'Not right.',

  'api.call.listFrameworks': 'Frameworks that the caller may see',
  'api.call.createFramework': 'Makes an empty framework',
  'api.call.getFramework':
    'A framework: its sections, its latest version, the rights of the caller',
  'api.call.updateFramework': 'Renames, archives or reopens, makes public or private',
  'api.call.removeFramework': 'Deletes a framework of which nothing was published',
  'api.call.getWorking': 'The working text, as an interchange document',
  'api.call.replaceWorking':
    'Replaces the working text by a document; the state before is kept as a revision',
  'api.call.importFramework':
    'Imports a file (raw body; format json, docx, odt or md): replaces the working text, or makes the framework; dryRun=1 gives the comparison. Headings of a file without ids become items; way=update (when left out) or add says whether it brings the text up to date or adds to it, template is that of a new framework',
  'api.call.getCoverage':
    'The coverage: activities, modules and profiles by skill, and what is missing',
  'api.call.exportCoverage':
    'The coverage as a table (csv); a cell that a spreadsheet would run begins with an apostrophe',
  'api.call.listRevisions': 'Revisions, newest first',
  'api.call.freezeRevision':
    'Keeps the present state as a revision; 200 with the last one when nothing changed',
  'api.call.restoreRevision': 'Puts a revision, or some of its items, back into the working text',
  'api.call.listVersions': 'Published versions, newest first',
  'api.call.publishVersion': 'Publishes a version of the working text or of a revision',
  'api.call.withdrawVersion': 'Withdraws a version; it can still be read, and says so',
  'api.call.getDocument':
    'The document of a version, a revision (rN) or the working text (working)',
  'api.call.exportDocument': 'Downloads a document: json, md or html',
  'api.call.compareDocuments':
    'Compares two documents; each side is a version, a revision (rN) or working',
  'api.call.listComments': 'The threads of comments of an item',
  'api.call.startComment':
    'Starts a thread at an item, or at the words given by quote (which must stand there once)',
  'api.call.replyComment': 'Answers in a thread, named by its id or by that of a comment in it',
  'api.call.editComment': 'Changes the words of one’s own comment',
  'api.call.removeComment': 'Takes back one’s own comment: its words go, its trace stays',
  'api.call.resolveComment': 'Marks a thread as resolved',
  'api.call.reopenComment': 'Opens a resolved thread again',
  'api.call.search': 'Searches items in the working texts',

  'api.docs.title': 'Interface for programs',
  'api.docs.intro': 'Triptyque answers in JSON below {base}. What the pages do can be done here.',
  'api.docs.machine': 'Description for machines (OpenAPI 3.1)',
  'api.docs.access': 'Access',
  'api.docs.access.text':
    'A program sends "Authorization: Bearer TOKEN"; coordinators make tokens. A browser that is signed in uses its session cookie; a write with a cookie must carry this server’s Origin.',
  'api.docs.rules': 'Common rules',
  'api.docs.rules.text':
    'Lists take limit (at most 200) and cursor. A write may carry an Idempotency-Key: sent again within 24 hours, it gets the same answer. A body is at most {limit} MiB. Unknown members are ignored. Errors follow RFC 9457.',
  'api.docs.example': 'Example',
  'api.docs.calls': 'Calls',
  'api.docs.problems': 'Errors',
  'api.docs.body': 'Body',
  'api.docs.body.raw': 'the file, as it is',
  'api.docs.query': 'Parameters',
  'api.docs.answers': 'Answers',
  'api.least.anonymous': 'anybody, for what is public',
  'api.least.reader': 'members',
  'api.least.editor': 'editors and coordinators',
  'api.least.coordinator': 'coordinators',
  'api.answer.200': 'Done',
  'api.answer.201': 'Created',
  'api.answer.204': 'Done, no content',
  'api.answer.304': 'Not changed',
};
