// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.sync.MessagePage;
import baton.sync.View;
import baton.sync.Workspace;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * A hub with 100,000 conversations, one of them long, and a desk that has them all; filled when it is first asked for and kept until
 * {@code mvn clean}.
 */
final class LargeInbox {

    private static final int CONVERSATIONS = 100_000;

    /** Messages of the long one. */
    static final int LONG = 10_000;

    private static final int PAGE = 500;

    private final Path folder;

    LargeInbox(Path folder) {
        this.folder = folder;
    }

    /** Where the desk's files are; the hub must run when they are opened. */
    Path desk() {
        return folder.resolve("desk");
    }

    /** Starts the hub, each time at the same address. */
    Hub start() throws Exception {
        Path filled = folder.resolve("filled");
        if (Files.exists(filled)) {
            return start(Integer.parseInt(Files.readString(filled)));
        }
        Files.createDirectories(folder);
        int port = freePort();
        Hub hub = start(port);
        fill(hub);
        Files.writeString(filled, String.valueOf(port));
        return hub;
    }

    private Hub start(int port) throws IOException {
        return Hub.start(port, folder.resolve("hub"), "http://127.0.0.1:9");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private void fill(Hub hub) throws Exception {
        System.err.println("filling a hub with " + CONVERSATIONS + " conversations");
        Crowd.write(hub.address(), CONVERSATIONS, 1);
        Crowd.write(hub.address(), 1, LONG);
        System.err.println("filling a desk");
        try (Workspace desk = Desks.open(hub.address(), 1, Optional.of(desk())).getFirst()) {
            fetch(desk, longest(desk));
        }
    }

    /** The conversation with the most messages. */
    static ConversationId longest(Workspace desk) {
        return desk.rows(View.ALL).stream()
                .max(Comparator.comparingInt(row -> row.conversation().traffic().unread()))
                .orElseThrow()
                .id();
    }

    /** All of it into the desk's own copy, as if one had read back to its beginning. */
    private static void fetch(Workspace desk, ConversationId id) {
        Optional<MessageId> before = Optional.empty();
        MessagePage page;
        do {
            page = desk.fetchMessages(id, before, PAGE).join();
            before = page.messages().stream().map(Message::id).findFirst();
        } while (page.older() != MessagePage.Older.NONE);
    }
}
