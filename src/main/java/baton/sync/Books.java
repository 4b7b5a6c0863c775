// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.domain.PersonId;
import baton.domain.SetAside;
import baton.domain.Silence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the hub received and where it went, and how its line to Meta stands (SPEC.md B2, C7); days newest first. {@code setAside}: the
 * newest of {@code setAsideTotal}; {@code putAway}: what was put away last.
 */
public record Books(
        Instant now,
        Platform platform,
        List<Line> numbers,
        List<Day> days,
        List<Aside> setAside,
        long setAsideTotal,
        List<Aside> putAway) {
    public Books {
        numbers = List.copyOf(numbers);
        days = List.copyOf(days);
        setAside = List.copyOf(setAside);
        putAway = List.copyOf(putAway);
    }

    /** {@code works}: empty while nobody has asked Meta yet; {@code why}: in Meta's or the network's words when it does not. */
    public record Platform(Optional<Boolean> works, Instant since, Optional<String> why, Optional<Token> token) {}

    /** The access token as Meta last judged it; {@code expires}: empty = never; {@code missing}: permissions it lacks. */
    public record Token(boolean valid, Optional<Instant> expires, List<String> missing, Instant asked) {
        public Token {
            missing = List.copyOf(missing);
        }
    }

    /** One of our numbers. */
    public record Line(NumberId number, Silence silence) {}

    /** One number and day (UTC): {@code received} less the next four is {@code missing}, 0 when the books agree. */
    public record Day(LocalDate day, NumberId number, Counts counts, Map<SetAside, Long> reasons) {
        public Day {
            reasons = Map.copyOf(reasons);
        }
    }

    /** The columns of a day. {@code putAway}: so many of those set aside somebody has put away. */
    public record Counts(
            long received, long shown, long waiting, long doubled, long setAside, long missing, long putAway) {}

    /** One entry that could not be placed; {@code raw} is absent for who may not read it. */
    public record Aside(
            long id,
            DeliveryId delivery,
            Instant at,
            Optional<NumberId> number,
            SetAside reason,
            String why,
            Optional<String> raw,
            Optional<PutAway> putAway) {}

    /** Who let an entry rest, when, and why. */
    public record PutAway(PersonId by, Instant at, String why) {}
}
