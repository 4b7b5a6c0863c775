// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.domain.Author;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Message;
import baton.sync.Changes;
import baton.sync.ConversationRow;
import baton.sync.Hold;
import baton.sync.Workspace;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells what happens on the demo's floor, a line each: who wrote, who took whom, who answered. For a machine without a display. */
final class DemoFloor {

    private final Workspace desk;
    private final PrintStream out;
    private final DateTimeFormatter clock =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private final Map<ConversationId, Optional<Hold>> holds = new HashMap<>();
    private long told;

    DemoFloor(Workspace desk, PrintStream out) {
        this.desk = desk;
        this.out = out;
    }

    /** Called by the desk, one batch at a time. */
    void changed(Changes changes) {
        changes.rows().forEach(this::hold);
        changes.messages().values().stream().flatMap(List::stream).forEach(this::message);
        out.flush();
    }

    private void hold(ConversationRow row) {
        Optional<Hold> before = holds.getOrDefault(row.id(), Optional.empty());
        Optional<Hold> now = row.heldAt(desk.now());
        holds.put(row.id(), now);
        if (!before.map(Hold::claim).equals(now.map(Hold::claim))) {
            String what =
                    now.map(hold -> hold.holderName() + " took " + name(row)).orElse(name(row) + " is free again");
            line("·  " + what + (row.conversation().open() ? "" : ", resolved"));
        }
    }

    private void message(Message message) {
        if (message.id().value() <= told) {
            return;
        }
        told = message.id().value();
        String customer = desk.row(message.conversation()).map(DemoFloor::name).orElse("?");
        switch (message.author()) {
            case Author.Customer _ -> line("←  " + customer + ": " + words(message.content()));
            case Author.Person person ->
                line("→  " + person.id() + " to " + customer + ": " + words(message.content()));
            case Author.Automatic _, Author.PhoneApp _, Author.MetaAgent _ ->
                line("→  to " + customer + ": " + words(message.content()));
        }
    }

    private static String words(Content content) {
        String words = content.words().replace('\n', ' ');
        return words.isEmpty() ? "(" + content.getClass().getSimpleName() + ")" : words;
    }

    private static String name(ConversationRow row) {
        return row.customer()
                .name()
                .orElseGet(() -> Objects.toString(row.customer().id()));
    }

    private void line(String text) {
        out.println(clock.format(desk.now()) + "  " + text);
    }
}
