// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.store.Backup;
import java.util.List;

/** The whole database as it is at one moment, while the hub goes on (SPEC.md R4); for admins. */
final class BackupPages {

    private final Backup backup;

    BackupPages(Backup backup) {
        this.backup = backup;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/api/backup", Access.ADMIN, _ -> Reply.streamed("application/zip", out -> backup.write(out))));
    }
}
