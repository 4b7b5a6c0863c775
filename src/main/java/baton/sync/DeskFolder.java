// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.PersonId;
import baton.run.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The folder of one desk among all desks of this machine: one for each hub and person, open to its owner alone. */
final class DeskFolder {
    private DeskFolder() {}

    /** Makes it if need be. */
    static Path of(Path desks, HubAddress hub, PersonId person) {
        Path folder = desks.resolve(person.value().replaceAll("[^a-z0-9-]", "_") + "-" + mark(hub, person));
        try {
            OwnerOnly.close(OwnerOnly.folder(folder));
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder of this desk cannot be used: " + folder, broken);
        }
    }

    private static String mark(HubAddress hub, PersonId person) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((hub.url() + "\n" + person).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
