// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.domain.PersonId;
import baton.sync.HubAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which desk was used last on this machine: address, certificate and name; nothing secret. */
record LastDesk(HubAddress hub, PersonId person) {
    private static final String FILE = "last-desk";

    /** Empty when there is none, or none that can be read. */
    static Optional<LastDesk> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            Optional<String> pin = Optional.of(lines.get(2)).filter(text -> !text.isBlank());
            return Optional.of(new LastDesk(new HubAddress(URI.create(lines.get(0)), pin), new PersonId(lines.get(1))));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve(FILE),
                    List.of(hub.url().toString(), person.value(), hub.pin().orElse("")));
        } catch (IOException full) {
            throw new UncheckedIOException("The last desk cannot be remembered in " + folder, full);
        }
    }

    static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException left) {
            throw new UncheckedIOException("The last desk cannot be forgotten in " + folder, left);
        }
    }
}
