// SPDX-License-Identifier: Apache-2.0
package baton.house;

import baton.Baton;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;

/** The rooms of the house and what each may import. A new room is added here first. */
final class Rooms {
    /** The classes that ship, read once. */
    static final JavaClasses SHIPPED = new ClassFileImporter()
            .importUrl(Baton.class.getProtectionDomain().getCodeSource().getLocation());

    /** The package of the one door and the composition roots. They may import every room; no room imports them. */
    static final String ROOTS = "baton";

    static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("domain", List.of()),
            Map.entry("run", List.of()),
            Map.entry("language", List.of("domain")),
            Map.entry("policy", List.of("domain", "language")),
            Map.entry("wire", List.of("domain", "run")),
            Map.entry("whatsapp", List.of("domain", "run")),
            Map.entry("crm", List.of("domain", "run")),
            Map.entry("store", List.of("domain", "run", "policy", "wire")),
            Map.entry("hub", List.of("domain", "run", "language", "policy", "wire", "whatsapp", "crm", "store")),
            Map.entry("sync", List.of("domain", "run", "policy", "wire", "store")),
            Map.entry("console", List.of("domain", "run", "language", "policy", "sync")),
            Map.entry("doctor", List.of("domain", "run", "store", "whatsapp")),
            Map.entry("simulator", List.of()));

    /** Rooms that lean on few or no libraries, with all they may lean on beside the rooms. */
    static final Map<String, List<String>> ONLY_LIBRARIES = Map.of(
            "domain", List.of("java..", "javax..", "org.jspecify.."),
            "run", List.of("java..", "javax..", "org.jspecify.."),
            "simulator",
                    List.of(
                            "java..",
                            "javax..",
                            "com.sun.net.httpserver..",
                            "org.jspecify..",
                            "org.eclipse.jetty..",
                            "tools.jackson..",
                            "com.fasterxml.jackson.annotation..",
                            "org.slf4j.."));

    private Rooms() {}

    static String packageOf(String room) {
        return ROOTS + "." + room + "..";
    }
}
