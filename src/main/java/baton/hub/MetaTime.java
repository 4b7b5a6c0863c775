// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Change;
import baton.whatsapp.WebhookCodec;
import java.time.Instant;

/** The time Meta gives, made safe: what has none, or one that is still to come, happened when it arrived. */
final class MetaTime {
    private MetaTime() {}

    static Instant of(Instant told, Instant arrived) {
        return told.equals(WebhookCodec.NO_TIME) || told.isAfter(arrived) ? arrived : told;
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
