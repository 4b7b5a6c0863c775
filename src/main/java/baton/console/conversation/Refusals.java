// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.PersonName;
import baton.console.Seat;
import baton.console.Sentence;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.sync.CommandAnswer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A business "no" as a sentence that a person can act on, with names and times in their places. */
final class Refusals {
    /** Nothing is wrong but the line. */
    static final Sentence OFFLINE = Sentence.of("refused.offline");

    private final Seat seat;

    Refusals(Seat seat) {
        this.seat = seat;
    }

    Sentence of(Refusal refusal) {
        return switch (refusal.reason()) {
            case HELD_BY_OTHER -> Sentence.of("refused.HELD_BY_OTHER", holder(refusal), until(refusal));
            case TOO_LONG ->
                Sentence.of(
                        "refused.TOO_LONG",
                        refusal.facts().getOrDefault("characters", "?"),
                        refusal.facts().getOrDefault("most", "?"));
            default -> Sentence.of("refused." + refusal.reason().name());
        };
    }

    /** What there is to be said about an answer; nothing when it was done. */
    Optional<Sentence> of(CommandAnswer answer) {
        return switch (answer) {
            case CommandAnswer.Done _, CommandAnswer.Queued _ -> Optional.empty();
            case CommandAnswer.Refused refused -> Optional.of(of(refused.refusal()));
            case CommandAnswer.GivenBack back -> Optional.of(of(back.refused().refusal()));
            case CommandAnswer.NotKept _ -> Optional.of(Sentence.of("refused.not-kept"));
            case CommandAnswer.NotReachable _ -> Optional.of(OFFLINE);
        };
    }

    private String holder(Refusal refusal) {
        PersonId holder = new PersonId(refusal.facts().getOrDefault("holder", "?"));
        return PersonName.of(holder, seat.workspace().people());
    }

    private String until(Refusal refusal) {
        String until = refusal.facts().getOrDefault("until", "");
        try {
            return seat.times().clock(Instant.parse(until));
        } catch (DateTimeParseException asItCame) {
            return until;
        }
    }
}
