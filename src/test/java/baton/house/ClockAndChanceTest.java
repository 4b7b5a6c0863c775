// SPDX-License-Identifier: Apache-2.0
package baton.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** "Now" and chance come in from outside: only so can a day be replayed, and a test move the clock. */
final class ClockAndChanceTest {
    private static final Set<String> CLOCK_READERS = Set.of(
            "java.lang.System.currentTimeMillis()",
            "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.Clock.system(java.time.ZoneId)",
            "java.time.Clock.tickMillis(java.time.ZoneId)",
            "java.time.Clock.tickSeconds(java.time.ZoneId)",
            "java.time.Clock.tickMinutes(java.time.ZoneId)",
            "java.time.InstantSource.system()",
            "java.util.Date.<init>()",
            "java.util.GregorianCalendar.<init>()");

    private static final Set<String> DICE = Set.of(
            "java.lang.Math.random()",
            "java.util.Random.<init>()",
            "java.util.SplittableRandom.<init>()",
            "java.util.UUID.randomUUID()",
            "java.util.concurrent.ThreadLocalRandom.current()",
            "java.util.random.RandomGenerator.getDefault()",
            "java.security.SecureRandom.<init>()");

    @Test
    void theWallClockIsReadOnlyInRunTheRootsAndTheSimulator() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Rooms.ROOTS, Rooms.packageOf("run"), Rooms.packageOf("simulator"))
                .should()
                .accessTargetWhere(readsTheWallClock())
                .allowEmptyShould(true)
                .check(Rooms.SHIPPED);
    }

    @Test
    void policyAndDomainReadNoTimerEither() {
        noClasses()
                .that()
                .resideInAnyPackage(Rooms.packageOf("policy"), Rooms.packageOf("domain"))
                .should()
                .callMethod(System.class, "nanoTime")
                .allowEmptyShould(true)
                .check(Rooms.SHIPPED);
    }

    @Test
    void policyThrowsNoDiceOfItsOwn() {
        noClasses()
                .that()
                .resideInAPackage(Rooms.packageOf("policy"))
                .should()
                .accessTargetWhere(describe(
                        "throws dice",
                        access -> DICE.contains(access.getTarget().getFullName())))
                .allowEmptyShould(true)
                .check(Rooms.SHIPPED);
    }

    @Test
    void policyDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage(Rooms.packageOf("policy"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels..")
                .allowEmptyShould(true)
                .check(Rooms.SHIPPED);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
        return describe("reads the wall clock", access -> isClockReader(access.getTarget()));
    }

    /** {@code now()} and {@code now(ZoneId)} read the machine's clock; {@code now(Clock)} reads the one handed in. */
    private static boolean isClockReader(AccessTarget target) {
        String name = target.getFullName();
        return CLOCK_READERS.contains(name)
                || name.startsWith("java.util.Calendar.getInstance(")
                || (name.startsWith("java.time.")
                        && (name.endsWith(".now()") || name.endsWith(".now(java.time.ZoneId)")));
    }
}
