// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.domain.SetAside;
import baton.domain.Silence;
import baton.domain.Wamid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers about the hub itself: who is signed in, what was received and where it went. */
public final class Board {
    private Board() {}

    /** Who asks, and until when the sign-in lasts when it is not used. */
    public record Me(PersonId person, String displayName, Role role, Instant expiresAt) {}

    /** Something went wrong; {@code error} is one sentence for the sender. */
    public record Problem(String error) {}

    /**
     * The reconciliation board (SPEC.md B2): the line to Meta, each number's hours, newest day first, what waits to be looked at: the newest
     * of {@code setAsideTotal}; empty from a hub that does not say how many there are. {@code putAway}: what was put away last.
     */
    public record Reconciliation(
            Instant now,
            Platform platform,
            List<Line> numbers,
            List<Day> days,
            List<Aside> setAside,
            Optional<Long> setAsideTotal,
            Optional<List<Aside>> putAway) {
        public Reconciliation {
            numbers = List.copyOf(numbers);
            days = List.copyOf(days);
            setAside = List.copyOf(setAside);
            putAway = putAway.map(List::copyOf);
        }
    }

    /**
     * One number and day (UTC). What was received is counted at the delivery, the other four where it went; they agree when
     * {@code missing} is 0. {@code putAway}: so many of those set aside somebody has put away.
     */
    public record Day(
            LocalDate day,
            NumberId number,
            long received,
            long shown,
            long waiting,
            long doubled,
            long setAside,
            Map<SetAside, Long> reasons,
            long missing,
            Optional<Long> putAway) {
        public Day {
            reasons = Map.copyOf(reasons);
        }
    }

    /** How the line to Meta stands: GREEN, RED or UNKNOWN, {@code since} when, {@code why} in Meta's or the network's words. */
    public record Platform(String state, Instant since, Optional<String> why, Optional<Token> token) {}

    /** What Meta last said of the access token. {@code expires}: empty = never; {@code missing}: permissions it lacks. */
    public record Token(boolean valid, Optional<Instant> expires, List<String> missing, Instant asked) {
        public Token {
            missing = List.copyOf(missing);
        }
    }

    /** One of our numbers, and whether it has fallen silent by what is usual for the hour. */
    public record Line(NumberId number, Silence silence) {}

    /** One entry that could not be placed. {@code raw}: its JSON as delivered, absent for who may not read it. */
    public record Aside(
            long id,
            DeliveryId delivery,
            Instant at,
            Optional<NumberId> number,
            Optional<Wamid> wamid,
            SetAside reason,
            String why,
            Optional<String> raw,
            Optional<PutAway> putAway) {}

    /** Who let an entry rest, when, and why; {@code why} is empty for who may not read it. */
    public record PutAway(PersonId by, Instant at, String why) {}
}
