// SPDX-License-Identifier: Apache-2.0
package baton.store;

/** A database as an earlier release would have left it. */
public final class EarlierRelease {
    private EarlierRelease() {}

    /** What was set aside whole stands on no number's line and was never counted as received. */
    public static void forgetLines(Database database) {
        database.with("Testing", connection -> {
            Sql.update(connection, "DELETE FROM received");
            return Sql.update(connection, "UPDATE set_aside SET number = NULL, messages = 1");
        });
    }
}
