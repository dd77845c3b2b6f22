// The mark to reach: commits what came in a turn to SQLite, then sends it on. No rights, no limits, no rescue, no names.
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import Sqlite from 'better-sqlite3';
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { readMessage, step1Frame, step2Frame, updateFrame } from '#server/sync/protocol.ts';
import { mergeAll } from '#server/sync/updates.ts';
import { frameOf } from '#server/sync/ws-socket.ts';

const COMPACT_AFTER = 500;

interface Room {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly sockets: Map<WebSocket, Duplex>;
  pending: Uint8Array[];
  rows: number;
  last: number;
}

const { HOST, PORT, DB = ':memory:' } = process.env;
const database = new Sqlite(DB);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(
  'CREATE TABLE IF NOT EXISTS updates (id INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT NOT NULL, bytes BLOB NOT NULL);' +
    'CREATE INDEX IF NOT EXISTS updates_room ON updates (room);' +
    'CREATE TABLE IF NOT EXISTS states (room TEXT PRIMARY KEY, up_to INTEGER NOT NULL, bytes BLOB NOT NULL)',
);
const add = database.prepare('INSERT INTO updates (room, bytes) VALUES (?, ?)');
const findState = database.prepare<[string], { up_to: number; bytes: Buffer }>(
  'SELECT up_to, bytes FROM states WHERE room = ?',
);
const findUpdates = database.prepare<[string, number], { id: number; bytes: Buffer }>(
  'SELECT id, bytes FROM updates WHERE room = ? AND id > ? ORDER BY id',
);
const putState = database.prepare('INSERT OR REPLACE INTO states VALUES (?, ?, ?)');
const clear = database.prepare('DELETE FROM updates WHERE room = ? AND id <= ?');

const rooms = new Map<string, Room>();
let waiting = new Set<Room>();

const append = database.transaction((list: readonly { room: Room; update: Uint8Array }[]) => {
  for (const { room, update } of list) {
    room.last = Number(add.run(room.name, update).lastInsertRowid);
    room.rows++;
  }
});

const compact = database.transaction((room: Room) => {
  putState.run(room.name, room.last, Y.encodeStateAsUpdateV2(room.doc));
  clear.run(room.name, room.last);
  room.rows = 0;
});

function commit(): void {
  const list = [...waiting].map((room) => ({ room, update: mergeAll(room.pending) }));
  waiting = new Set();
  append(list);
  for (const { room, update } of list) {
    room.pending = [];
    const frame = frameOf(updateFrame(update));
    for (const [socket, stream] of room.sockets)
      if (socket.readyState === socket.OPEN) stream.write(frame);
    if (room.rows >= COMPACT_AFTER) compact(room);
  }
}

function open(name: string): Room {
  const room: Room = {
    name,
    doc: new Y.Doc(),
    sockets: new Map(),
    pending: [],
    rows: 0,
    last: 0,
  };
  const state = findState.get(name);
  const updates = findUpdates.all(name, state?.up_to ?? 0);
  room.last = updates.at(-1)?.id ?? state?.up_to ?? 0;
  room.rows = updates.length;
  room.doc.transact(() => {
    if (state) Y.applyUpdateV2(room.doc, state.bytes);
    for (const { bytes } of updates) Y.applyUpdate(room.doc, bytes);
  });
  room.doc.on('update', (update: Uint8Array) => {
    room.pending.push(update);
    if (waiting.size === 0) setImmediate(commit);
    waiting.add(room);
  });
  rooms.set(name, room);
  return room;
}

const server = createServer((_request, response) => response.end());
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.on('upgrade', (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => {
    const name = request.url ?? '';
    const room = rooms.get(name) ?? open(name);
    room.sockets.set(socket, stream);
    socket.send(step1Frame(Y.encodeStateVector(room.doc)));
    socket.on('message', (bytes: Buffer) => {
      const message = readMessage(bytes);
      if (message.kind === 'step1')
        socket.send(step2Frame(Y.encodeStateAsUpdate(room.doc, message.vector)));
      else if (message.kind === 'update') Y.applyUpdate(room.doc, message.update);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      room.sockets.delete(socket);
      if (room.sockets.size > 0 || waiting.has(room)) return;
      if (room.rows > 0) compact(room);
      rooms.delete(name);
      room.doc.destroy();
    });
  });
});
server.listen(Number(PORT), HOST);
