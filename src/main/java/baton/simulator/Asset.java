// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** JSON files of the resource folder {@code assets/simulator}. */
final class Asset {
    private static final String FOLDER = "/assets/simulator/";

    private Asset() {}

    /** Fails when the file is missing or no JSON: the build is broken then. */
    static JsonNode json(String name) {
        try (InputStream in = Asset.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + FOLDER + name);
            }
            return Json.read(in.readAllBytes())
                    .orElseThrow(() -> new IllegalStateException("no JSON in " + FOLDER + name));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, broken);
        }
    }
}
