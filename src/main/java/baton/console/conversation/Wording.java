// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Texts;
import baton.console.Times;
import baton.domain.Author;
import baton.domain.Content;
import baton.domain.Failure;
import baton.domain.Inbound;
import baton.domain.Message;
import baton.domain.Refusal;
import baton.domain.Sending;
import baton.domain.SendingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a row is called in the reader's language: for the eye in one line, for a screen reader, and for the clipboard. */
final class Wording {
    private final Desk desk;
    private final Texts texts;
    private final Times times;

    Wording(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
        this.times = desk.times();
    }

    /** Who wrote it. */
    String writer(BubbleRow row) {
        return writer(row.message().author(), row.author());
    }

    String writer(Author author, String name) {
        return switch (author) {
            case Author.Customer _ -> name.isBlank() ? texts.say("bubble.customer") : name;
            case Author.Person _ -> name;
            case Author.Automatic _ -> texts.say("bubble.automatic", name);
            case Author.PhoneApp _ -> texts.say("bubble.phone-app");
            case Author.MetaAgent _ -> texts.say("bubble.meta-agent");
        };
    }

    /** The writer of a quoted message. */
    String quotedWriter(BubbleRow.QuotedLine.Source source) {
        return source.author().isBlank() ? texts.say("bubble.customer") : source.author();
    }

    /** How it came, where that is not the usual way. */
    Optional<String> way(BubbleRow row) {
        return switch (row.message().marks().way()) {
            case DIRECT -> Optional.empty();
            case STANDBY -> Optional.of(texts.say("bubble.standby"));
            case HISTORY -> Optional.of(texts.say("bubble.before"));
        };
    }

    /** The content in one line, its kind named where words alone do not tell it. */
    String summary(Content content) {
        String words = content.words().strip().replace('\n', ' ');
        return switch (content) {
            case Content.Text _ -> words;
            case Content.Media media ->
                named(
                        texts.say("media." + media.kind().name()),
                        media.caption().or(media::fileName).orElse(""));
            case Content.Location _ -> named(texts.say("content.place"), words);
            case Content.Contacts _ -> named(texts.say("content.card"), words);
            case Content.Choice _ -> named(texts.say("content.choice"), words);
            case Content.Form form ->
                named(texts.say("content.form"), form.body().orElse(form.name()));
            case Content.CallPermission permission -> texts.say(permissionKey(permission));
            case Content.Call call -> call(call);
            case Content.Order order ->
                named(
                        texts.count(
                                "content.order.one",
                                "content.order.many",
                                order.items().size()),
                        words);
            case Content.Notice _ -> words;
            case Content.Unsupported unsupported -> unsupported(unsupported);
            case Content.Reaction reaction -> texts.say("content.reaction", reaction.emoji());
            case Content.Unknown unknown -> texts.say("content.unknown", unknown.type());
            case Content.Withheld withheld ->
                texts.count("content.hidden.one", "content.hidden.many", withheld.characters());
        };
    }

    String permissionKey(Content.CallPermission permission) {
        if (!permission.granted()) {
            return "content.call-refused";
        }
        return permission.permanent() ? "content.call-always" : "content.call-once";
    }

    String call(Content.Call call) {
        boolean isMissed = call.status()
                .filter(status -> status.equalsIgnoreCase("FAILED"))
                .isPresent();
        return texts.say(isMissed ? "content.call-missed" : "content.call");
    }

    /** A message Meta does not pass on, in plain words; the kind is named if it is told. */
    String unsupported(Content.Unsupported unsupported) {
        String kind = unsupported
                .type()
                .map(type -> "unsupported." + type)
                .filter(texts::knows)
                .orElse("unsupported.other");
        return texts.say("content.unsupported", texts.say(kind));
    }

    String status(SendingState state) {
        return texts.say("status." + state.name());
    }

    /** Why it failed and what to do, from the error catalogue. */
    String failure(Failure failure) {
        return texts.say(desk.failureKey().apply(failure), failure.details().orElse(failure.title()))
                .strip();
    }

    /** Why it was held back. */
    String withheld(Refusal refusal) {
        String key = "withheld." + refusal.reason().name();
        return texts.say(texts.knows(key) ? key : "withheld.other");
    }

    /** "14:22 Mina: text", as rows are copied. */
    String copied(BubbleRow row) {
        return texts.say("bubble.copied", times.full(row.at()), writer(row), what(row));
    }

    /** Everything the bubble says, for a screen reader. */
    String spoken(BubbleRow row) {
        List<String> parts = new ArrayList<>();
        if (row.message().note()) {
            parts.add(texts.say("bubble.note"));
        }
        parts.add(writer(row));
        way(row).ifPresent(parts::add);
        row.quote().map(this::quoted).ifPresent(parts::add);
        parts.add(what(row));
        if (!row.message().marks().edits().isEmpty()) {
            parts.add(texts.say("bubble.edited"));
        }
        row.reactions().forEach(mark -> parts.add(reaction(mark)));
        parts.add(times.clock(row.at()));
        row.message().sending().ifPresent(sending -> parts.add(outcome(sending)));
        return String.join(", ", parts);
    }

    String quoted(BubbleRow.QuotedLine quote) {
        return quote.source()
                .map(source -> texts.say("bubble.answers", quotedWriter(source), summary(source.content())))
                .orElseGet(() -> texts.say("bubble.answers-unknown"));
    }

    String reaction(BubbleRow.ReactionMark mark) {
        List<String> names = mark.names().stream()
                .map(name -> name.isBlank() ? texts.say("bubble.customer") : name)
                .toList();
        return texts.say("bubble.reacted", mark.emoji(), String.join(", ", names));
    }

    private String outcome(Sending sending) {
        boolean hasReason =
                sending.state() == SendingState.FAILED && sending.failure().isPresent();
        return hasReason
                ? named(
                        status(sending.state()),
                        sending.failure().map(this::failure).orElse(""))
                : status(sending.state());
    }

    private String what(BubbleRow row) {
        Message message = row.message();
        if (row.isDeleted()) {
            return texts.say("bubble.deleted");
        }
        boolean isSilent = message.marks().way() == Inbound.Way.DIRECT
                && summary(message.content()).isBlank();
        return isSilent ? texts.say("bubble.empty") : summary(message.content());
    }

    private String named(String kind, String words) {
        String line = words.strip().replace('\n', ' ');
        return line.isEmpty() ? kind : texts.say("content.named", kind, line);
    }
}
