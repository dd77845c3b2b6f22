// Holding on to words that were written anew: a thread that found its words by what they say takes their new characters.
import { makeAnchor } from '#core/document/anchor.ts';
import { templateOf } from '#core/framework/templates.ts';
import type { Commands } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { roomSpots } from '../../texts/comment-places.ts';
import { answerThread, reachThread } from './acting.ts';

/** Nothing is taken from who asks: the server looks by itself, and changes nothing where the words hold or are gone. */
export function reanchorThread(deps: Deps): Commands['comments']['reanchor'] {
  const { store, rooms } = deps;
  return async (actor, id) => {
    const reached = await reachThread(deps, actor, id);
    if (!reached.ok) return reached;
    const { framework, thread } = reached.value;
    const template = templateOf(framework.template);
    const anchor =
      template &&
      (await rooms.read({ frameworkId: framework.id, room: thread.room }, (doc) => {
        const spots = roomSpots(doc, template, thread.room, framework.language);
        const words = spots.place(thread)?.words;
        const text =
          words?.by === 'words' && words.item === thread.item && spots.wordsOf(words.item);
        return text && words ? makeAnchor(text, words.span) : null;
      }));
    if (anchor) await store.comments.reanchor(thread.id, anchor);
    return answerThread(deps, actor, framework, await store.comments.thread(thread.id));
  };
}
