// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.nio.file.Path;

/** One database for a test, to be opened as often as the test likes, also from another process. {@code address}: a folder or a JDBC URL. */
public record Store(String address) {

    /** The embedded store in this folder. */
    public static Store h2(Path folder) {
        return new Store(folder.toString());
    }

    /** A database of its own on the one PostgreSQL of this JVM. */
    public static Store postgres() {
        return new Store(PostgresServer.fresh());
    }

    public Database open() {
        return address.startsWith("jdbc:") ? Database.open(address) : Database.embedded(Path.of(address));
    }
}
