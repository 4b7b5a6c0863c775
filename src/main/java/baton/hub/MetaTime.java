// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Change;
import baton.whatsapp.WebhookCodec;
import java.time.Instant;
import java.util.Optional;

/** The time Meta gives, made safe: what has none, or one that is still to come, happened when it arrived. */
final class MetaTime {
    private MetaTime() {}

    static Instant of(Instant told, Instant arrived) {
        return known(told, arrived).orElse(arrived);
    }

    /** The same; empty when there is none, or one that is still to come. */
    static Optional<Instant> known(Instant told, Instant arrived) {
        return Optional.of(told).filter(at -> !at.equals(WebhookCodec.NO_TIME) && !at.isAfter(arrived));
    }

    static Change of(Change change, Instant arrived) {
        return switch (change) {
            case Change.Status status -> of(status, arrived);
            case Change.Reaction reaction ->
                new Change.Reaction(reaction.by(), reaction.emoji(), of(reaction.at(), arrived));
            case Change.Edit edit -> new Change.Edit(edit.content(), of(edit.at(), arrived));
            case Change.Revoke revoke -> new Change.Revoke(of(revoke.at(), arrived));
        };
    }

    static Change.Status of(Change.Status status, Instant arrived) {
        return new Change.Status(
                status.tick(), of(status.at(), arrived), status.participant(), status.pricing(), status.failure());
    }
}
