// SPDX-License-Identifier: Apache-2.0
package baton.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A room imports only what stands under it. Rooms that are not built yet are passed over. */
final class RoomsTest {
    static Set<String> rooms() {
        return new TreeSet<>(Rooms.MAY_IMPORT.keySet());
    }

    static Set<String> roomsWithFewLibraries() {
        return new TreeSet<>(Rooms.ONLY_LIBRARIES.keySet());
    }

    @Test
    void everyPackageBelongsToARoom() {
        Set<String> found = Rooms.SHIPPED.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(Rooms.ROOTS))
                .map(name -> name.split("\\.")[1])
                .collect(Collectors.toSet());
        assertThat(rooms()).as("rooms of the house").containsAll(found);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyWhatStandsUnderIt(String room) {
        String[] allowed = Stream.concat(Stream.of(room), Rooms.MAY_IMPORT.get(room).stream())
                .map(Rooms::packageOf)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(Rooms.packageOf(room))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("baton..")).or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true)
                .check(Rooms.SHIPPED);
    }

    @ParameterizedTest
    @MethodSource("roomsWithFewLibraries")
    void aLeanRoomUsesOnlyItsOwnLibraries(String room) {
        String[] allowed = Rooms.ONLY_LIBRARIES.get(room).toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(Rooms.packageOf(room))
                .should()
                .onlyDependOnClassesThat(resideInAPackage("baton..").or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true)
                .check(Rooms.SHIPPED);
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("baton.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(Rooms.SHIPPED);
    }

    @Test
    void javaFxStaysInTheConsoleAndTheRoots() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Rooms.ROOTS, Rooms.packageOf("console"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..")
                .allowEmptyShould(true)
                .check(Rooms.SHIPPED);
    }

    @Test
    void sqlStaysInTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.packageOf("store"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .allowEmptyShould(true)
                .check(Rooms.SHIPPED);
    }
}
