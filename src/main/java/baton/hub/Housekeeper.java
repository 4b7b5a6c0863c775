// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.run.Loop;
import baton.store.Database;
import baton.store.RawBodies;
import baton.store.Upkeep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what is over, once an hour: raw bodies after their retention if nothing of them stands aside, old answers, ended sessions. */
public final class Housekeeper implements Loop.Step {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration ANSWERS_KEPT = Duration.ofDays(7);
    private static final Duration TOUCHES_KEPT = Duration.ofMinutes(20);

    private final Upkeep upkeep;
    private final RawBodies rawBodies;
    private final Duration rawRetention;
    private final InstantSource clock;
    private final BooleanSupplier leads;

    public Housekeeper(Database database, Duration rawRetention, InstantSource clock, BooleanSupplier leads) {
        this.upkeep = new Upkeep(database);
        this.rawBodies = new RawBodies(database);
        this.rawRetention = rawRetention;
        this.clock = clock;
        this.leads = leads;
    }

    @Override
    public Duration run() {
        if (leads.getAsBoolean()) {
            Instant now = clock.instant();
            upkeep.forget(now, now.minus(ANSWERS_KEPT), now.minus(TOUCHES_KEPT));
            List<String> dropped = rawBodies.dropBefore(LocalDate.ofInstant(now.minus(rawRetention), ZoneOffset.UTC));
            dropped.forEach(day -> LOG.info("Raw deliveries of {} were dropped after their retention", day));
        }
        return EVERY;
    }
}
