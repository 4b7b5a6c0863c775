// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One customer. {@code firstSeenAt}: the hub's time of their first message. {@code mergedInto}: set while they count as
 * another one. {@code offers}: who else they may be. {@code marketing}: false once they opted out;
 * {@code marketingChosenAt}: when they chose last, empty before they did.
 */
public record Customer(
        CustomerId id,
        long version,
        Instant firstSeenAt,
        Optional<String> name,
        Optional<String> username,
        List<Identity> identities,
        Optional<CustomerId> mergedInto,
        List<Offer> offers,
        boolean marketing,
        Optional<Instant> marketingChosenAt) {

    /** Somebody who may be the same person, and the reason. */
    public record Offer(CustomerId other, String why) {}

    public Customer {
        identities = List.copyOf(identities);
        offers = List.copyOf(offers);
    }

    /** The identity of that kind that was learned last. */
    public Optional<Identity> identity(Identity.Kind kind) {
        return identities.reversed().stream()
                .filter(known -> known.kind() == kind)
                .findFirst();
    }

    public Customer withIdentities(List<Identity> next) {
        return new Customer(
                id, version, firstSeenAt, name, username, next, mergedInto, offers, marketing, marketingChosenAt);
    }

    public Customer withProfile(Optional<String> nextName, Optional<String> nextUsername) {
        return new Customer(
                id,
                version,
                firstSeenAt,
                nextName.or(() -> name),
                nextUsername.or(() -> username),
                identities,
                mergedInto,
                offers,
                marketing,
                marketingChosenAt);
    }

    public Customer withMergedInto(Optional<CustomerId> next) {
        return new Customer(
                id, version, firstSeenAt, name, username, identities, next, offers, marketing, marketingChosenAt);
    }

    public Customer withOffers(List<Offer> next) {
        return new Customer(
                id, version, firstSeenAt, name, username, identities, mergedInto, next, marketing, marketingChosenAt);
    }

    public Customer withMarketing(boolean welcome, Instant chosenAt) {
        return new Customer(
                id,
                version,
                firstSeenAt,
                name,
                username,
                identities,
                mergedInto,
                offers,
                welcome,
                Optional.of(chosenAt));
    }

    public Customer at(Recorded recorded) {
        return new Customer(
                id,
                recorded.seq(),
                firstSeenAt,
                name,
                username,
                identities,
                mergedInto,
                offers,
                marketing,
                marketingChosenAt);
    }
}
