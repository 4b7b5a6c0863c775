// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code target/faults.json}: what each round saw, for eyes outside. Written anew after every round; one report a run. */
final class FaultReport {

    private static final Path FILE = Path.of("target", "faults.json");
    private static final List<Map<String, Object>> ROUNDS = new ArrayList<>();
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FaultReport() {}

    /** {@code facts}: at least seed, round, answered, inJournal, onPhones, uncertain. */
    static synchronized void add(Map<String, Object> facts) {
        ROUNDS.add(new LinkedHashMap<>(facts));
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, JSON.writeValueAsBytes(ROUNDS));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
