// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Person;
import baton.store.Inbox;
import baton.store.Sessions;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who is signed in: hands out tokens of 256 random bits, keeps only their SHA-256, and knows whom a token belongs to. Looks at
 * the database again after two seconds, so that a removed person is out by then. Safe from any thread.
 */
final class Badges {
    private static final Duration MEMORY = Duration.ofSeconds(2);
    /** A sign-in in use is lengthened this often, not at every request. */
    private static final Duration STEP = Duration.ofMinutes(5);

    /** A fresh sign-in with its token, which is told once. */
    record Issued(String token, Badge badge) {}

    private final Sessions sessions;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Duration length;
    private final SecureRandom dice = new SecureRandom();
    private final Cache<String, Optional<Badge>> recent;

    /** {@code length}: how long a sign-in lasts after its last use. */
    Badges(Sessions sessions, Inbox inbox, InstantSource clock, Duration length) {
        this.sessions = sessions;
        this.inbox = inbox;
        this.clock = clock;
        this.length = length;
        this.recent = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(MEMORY)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    Issued issue(Person person) {
        Instant now = clock.instant();
        byte[] bytes = new byte[32];
        dice.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Badge badge = new Badge(person, hash(token), now.plus(length));
        sessions.open(badge.desk(), new Sessions.Session(person.id(), now, badge.expiresAt()));
        return new Issued(token, badge);
    }

    /** Whose token this is; empty when it is unknown, over, or its person left. */
    Optional<Badge> find(String token) {
        Instant now = clock.instant();
        return recent.get(hash(token), this::load)
                .filter(badge -> now.isBefore(badge.expiresAt()))
                .map(badge -> lengthened(badge, now));
    }

    private Optional<Badge> load(String desk) {
        return sessions.find(desk)
                .flatMap(session -> inbox.person(session.person())
                        .filter(Person::active)
                        .map(person -> new Badge(person, desk, session.until())));
    }

    private Badge lengthened(Badge badge, Instant now) {
        Instant until = now.plus(length);
        if (badge.expiresAt().plus(STEP).isAfter(until)) {
            return badge;
        }
        sessions.extend(badge.desk(), until);
        Badge longer = new Badge(badge.person(), badge.desk(), until);
        recent.put(badge.desk(), Optional.of(longer));
        return longer;
    }

    void end(Badge badge) {
        sessions.end(badge.desk());
        recent.invalidate(badge.desk());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
