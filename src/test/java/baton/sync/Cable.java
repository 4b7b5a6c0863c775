// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The network between desk and hub, with everything that happens to networks. */
final class Cable implements AutoCloseable {
    private final ServerSocket socket;
    private final Set<Socket> plugs = ConcurrentHashMap.newKeySet();
    private volatile int hub;
    private volatile boolean isCut;
    private volatile boolean isWithoutNews;
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final AtomicInteger commands = new AtomicInteger();

    Cable(int hub) {
        this.hub = hub;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    HubAddress address() {
        return HubAddress.of("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Breaks what is connected and takes nothing new. */
    void cut() {
        isCut = true;
        interrupt();
    }

    void mend() {
        isCut = false;
        isWithoutNews = false;
    }

    /** Questions for news are cut off from now on; all others go through. */
    void loseNews() {
        isWithoutNews = true;
    }

    /** Breaks what is connected; what is new works. */
    void interrupt() {
        plugs.forEach(Cable::close);
    }

    void lead(int port) {
        hub = port;
    }

    /** The next commands reach the hub, but their answers are lost. */
    void loseAnswers(int count) {
        answersToLose.set(count);
    }

    /** How many commands went through so far. */
    int commands() {
        return commands.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket desk = socket.accept();
                if (isCut) {
                    close(desk);
                } else {
                    connect(desk);
                }
            } catch (IOException closed) {
                // ends or goes on by the condition above
            }
        }
    }

    private void connect(Socket desk) throws IOException {
        Socket there;
        try {
            there = new Socket(InetAddress.getLoopbackAddress(), hub);
        } catch (IOException nobody) {
            close(desk);
            return;
        }
        plugs.add(desk);
        plugs.add(there);
        Thread.ofVirtual().start(() -> carry(desk, there, true));
        Thread.ofVirtual().start(() -> carry(there, desk, false));
    }

    private void carry(Socket from, Socket to, boolean isUp) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] part = new byte[1 << 16];
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                String head = new String(part, 0, Math.min(length, 64), StandardCharsets.ISO_8859_1);
                if (isUp && isWithoutNews && head.startsWith("GET /api/feed")) {
                    return;
                }
                boolean isCommand = isUp && head.startsWith("POST /api/commands");
                if (isCommand) {
                    commands.incrementAndGet();
                }
                out.write(part, 0, length);
                out.flush();
                if (isCommand && answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    swallowAnswer(to);
                    return;
                }
            }
        } catch (IOException broken) {
            // the other direction ends with it
        } finally {
            close(from);
            close(to);
        }
    }

    /** Waits until the hub has answered, so that it surely has decided; the desk never hears of it. */
    private void swallowAnswer(Socket hubSide) throws IOException {
        plugs.forEach(plug -> {
            if (plug.getPort() != hubSide.getPort()) {
                close(plug);
            }
        });
        hubSide.setSoTimeout(5_000);
        byte[] lost = new byte[1 << 16];
        if (hubSide.getInputStream().read(lost) < 0) {
            throw new IOException("The hub hung up");
        }
    }

    private static void close(Socket plug) {
        try {
            plug.close();
        } catch (IOException already) {
            // that was the wish
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException already) {
            // that was the wish
        }
        interrupt();
    }
}
