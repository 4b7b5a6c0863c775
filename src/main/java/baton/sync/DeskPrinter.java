// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.domain.Message;
import baton.wire.Json;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** Prints what a desk shows as JSON, one object a line with {@code "line"} saying what it is. Safe from any thread. */
final class DeskPrinter {
    private final Appendable out;

    DeskPrinter(Appendable out) {
        this.out = out;
    }

    void problem(String sentence) {
        print(line("problem").put("sentence", sentence));
    }

    void signIn(SignInAnswer answer) {
        print(with(line("signIn"), "answer", answer).put("is", answer.getClass().getSimpleName()));
    }

    void link(LinkState state) {
        print(with(line("link"), "state", state).put("is", state.getClass().getSimpleName()));
    }

    void counts(Map<View, Integer> counts, OutboxCounts outbox) {
        print(with(with(line("counts"), "views", counts), "outbox", outbox));
    }

    /** {@code waiting}: since when the customer waits; {@code holder} and {@code until}: the hold, whose end may have passed. */
    void row(ConversationRow row) {
        ObjectNode line = line("row")
                .put("conversation", row.id().value())
                .put("customer", row.customer().name().orElse(""))
                .put("open", row.conversation().open())
                .put("unread", row.conversation().traffic().unread());
        row.conversation().traffic().last().ifPresent(last -> line.put("last", last.words()));
        row.conversation().traffic().waitingSince().ifPresent(since -> line.put("waiting", since.toString()));
        row.conversation().assignee().ifPresent(person -> line.put("assignee", person.value()));
        row.hold()
                .ifPresent(hold -> line.put("holder", hold.holderName())
                        .put("mine", hold.mine())
                        .put("until", hold.until().toString()));
        row.windowClosesAt().ifPresent(at -> line.put("windowClosesAt", at.toString()));
        print(line);
    }

    void message(Message message) {
        print(with(line("message"), "message", message));
    }

    void outgoing(Outgoing outgoing) {
        print(with(line("outgoing"), "outgoing", outgoing));
    }

    void draft(Draft draft) {
        if (!draft.isEmpty()) {
            print(with(line("draft"), "draft", draft));
        }
    }

    /** Prints the answer when it comes. */
    void answer(String asked, CompletableFuture<CommandAnswer> answer) {
        CompletableFuture<Void> _ =
                answer.thenAccept(came -> print(with(line("answer").put("asked", asked), "answer", came)
                        .put("is", came.getClass().getSimpleName())));
    }

    /** One line for each thing of a batch; messages only of this conversation. */
    void changes(Changes changes, Optional<ConversationId> conversation) {
        if (changes.reload()) {
            print(line("reload"));
        }
        changes.link().ifPresent(this::link);
        changes.rows().forEach(this::row);
        changes.messages().forEach((id, messages) -> {
            if (conversation.filter(id::equals).isPresent()) {
                messages.forEach(this::message);
            }
        });
        changes.outgoing().values().forEach(bubbles -> bubbles.forEach(this::outgoing));
        changes.drafts().forEach(this::draft);
        changes.outbox().ifPresent(outbox -> print(with(line("outbox"), "outbox", outbox)));
        changes.atWork().forEach(one -> print(with(line("atWork"), "atWork", one)));
    }

    private static ObjectNode line(String what) {
        return Json.MAPPER.createObjectNode().put("line", what);
    }

    private static ObjectNode with(ObjectNode line, String name, Object value) {
        line.set(name, Json.MAPPER.valueToTree(value));
        return line;
    }

    private synchronized void print(ObjectNode line) {
        try {
            out.append(line.toString()).append(System.lineSeparator());
            if (out instanceof Flushable stream) {
                stream.flush();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
