// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.PersonId;
import baton.run.OwnerOnly;
import baton.wire.Json;
import baton.wire.JsonTree;
import baton.wire.Members;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desks of this machine, newest first: addresses and names, no secrets, readable by their owner alone. A list that cannot
 * be read is empty; what is lost is a suggestion.
 */
public final class KnownDesks {
    private static final Logger LOG = LoggerFactory.getLogger(KnownDesks.class);
    private static final int MOST = 20;

    /** As it is written; it is read by hand, since a window waits for it ({@link JsonTree}). */
    private record Content(List<KnownDesk> desks) {}

    private final Path file;

    /** {@code folder}: as in {@link WorkspaceSettings#folder()}. */
    public KnownDesks(Path folder) {
        this.file = folder.resolve("desks.json");
    }

    /** The one used last, of those in {@code folder}. */
    public static Optional<KnownDesk> last(Path folder) {
        return new KnownDesks(folder).all().stream().findFirst();
    }

    public List<KnownDesk> all() {
        try {
            return Files.exists(file)
                    ? Members.of(JsonTree.read(Files.readAllBytes(file))).list("desks", KnownDesks::desk)
                    : List.of();
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            LOG.warn("The list of desks cannot be read: {}", unreadable.toString());
            return List.of();
        }
    }

    private static KnownDesk desk(Object desk) {
        Members of = Members.of(desk);
        Members hub = of.object("hub");
        return new KnownDesk(
                new HubAddress(URI.create(hub.text("url")), hub.optional("pin", Members::text)),
                new PersonId(of.text("person")),
                of.time("lastUsed"));
    }

    /** This desk was used now; {@link Workspace#open} says so itself when the sign-in is to be remembered. */
    void used(HubAddress hub, PersonId person, Instant now) {
        List<KnownDesk> desks = new ArrayList<>(all());
        desks.removeIf(
                desk -> desk.hub().url().equals(hub.url()) && desk.person().equals(person));
        desks.add(new KnownDesk(hub, person, now));
        desks.sort(Comparator.comparing(KnownDesk::lastUsed).reversed());
        Content content = new Content(desks.subList(0, Math.min(MOST, desks.size())));
        try {
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "desks", ".new");
            OwnerOnly.close(fresh);
            Files.write(fresh, Json.MAPPER.writeValueAsBytes(content));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            LOG.warn("The list of desks cannot be kept: {}", broken.toString());
        }
    }
}
