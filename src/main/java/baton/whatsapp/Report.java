// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Author;
import baton.domain.Change;
import baton.domain.Failure;
import baton.domain.Identity;
import baton.domain.Inbound;
import baton.domain.NumberId;
import baton.domain.Sender;
import baton.domain.SetAside;
import baton.domain.Wamid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One entry of a delivery in our words. A time that Meta did not give is {@link WebhookCodec#NO_TIME}. */
public sealed interface Report {

    /** A customer wrote, tapped, called, or the platform says something about them. For a group the sender is the group. */
    record MessageReport(NumberId number, Sender sender, Inbound message) implements Report {}

    /** Somebody else wrote to the customer in our name (SPEC.md C10). */
    record EchoReport(NumberId number, Sender customer, Author author, Inbound message) implements Report {}

    /** A reaction, edit or deletion; {@code own} is the id of the entry that says so, by which doubles are known. */
    record ChangeReport(NumberId number, Optional<Wamid> own, Wamid target, Change change, Optional<Sender> sender)
            implements Report {}

    /** A status of a message we sent; {@code callbackData} is our own id if we gave one. */
    record StatusReport(
            NumberId number,
            Wamid wamid,
            Optional<String> callbackData,
            Change.Status status,
            Optional<Sender> recipient)
            implements Report {}

    /**
     * The customer has another phone number or user id (WHATSAPP.md 2.17, 2.18). {@code from}: marks by which we may know them;
     * {@code to}: what holds from now on. A mark in {@code from} is gone only if {@code to} has one of the same kind.
     */
    record IdentityChanged(NumberId number, Wamid own, Instant at, List<Identity> from, List<Identity> to, String body)
            implements Report {
        public IdentityChanged {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /** The customer stopped (not welcome) or resumed marketing messages. */
    record MarketingReport(Sender sender, boolean welcome, Instant chosenAt) implements Report {}

    /** An error outside any message (WHATSAPP.md 2.25). */
    record ErrorReport(NumberId number, Failure failure) implements Report {}

    /**
     * Any other field, and any value of a known field that holds nothing we know. {@code facts}: its plain values under dotted names
     * ({@code ban_info.waba_ban_state}, {@code restriction_info.0.expiration}), with the envelope as {@code entry.id}, {@code entry.time}.
     */
    record AccountReport(String field, Optional<NumberId> number, Map<String, String> facts, String raw)
            implements Report {
        public AccountReport {
            facts = Map.copyOf(facts);
        }
    }

    /** One entry that could not be placed; the others are not touched by it. */
    record Unreadable(Optional<NumberId> number, Optional<Wamid> wamid, SetAside reason, String why, String raw)
            implements Report {}
}
