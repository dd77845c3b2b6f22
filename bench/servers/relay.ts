// The floor of all: passes on what comes to everybody in the room, holds no text and keeps nothing.
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

const STEP_1 = Buffer.from([0, 0, 1, 0]);
const NOTHING = Buffer.from([0, 1, 2, 0, 0]);

const rooms = new Map<string, Set<WebSocket>>();
const server = createServer((_request, response) => response.end());
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.send(STEP_1);
  socket.on('message', (message: Buffer) => {
    const isSync = message[0] === 0;
    if (isSync && message[1] === 0) socket.send(NOTHING);
    else if (isSync && message[1] === 1 && message.length <= NOTHING.length) return;
    else for (const other of room) if (other.readyState === other.OPEN) other.send(message);
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(name);
  });
});
server.listen(Number(process.env.PORT), process.env.HOST);
