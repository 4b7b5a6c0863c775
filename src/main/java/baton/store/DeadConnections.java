// SPDX-License-Identifier: Apache-2.0
package baton.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Tells the pool which failures end a connection. An embedded store closes itself when its disk fails, be it full only for a
 * while; a fresh connection opens it again, so the dead ones must go. Made by the pool; any thread.
 */
public final class DeadConnections implements SQLExceptionOverride {

    private static final int DATABASE_CLOSED = 90_098;
    private static final int NO_LONGER_OPEN = 90_121;
    private static final int OBJECT_CLOSED = 90_007;

    /** What H2 says when its file fails under it; a connection that rolls back a second time after that never returns. */
    private static final int GENERAL_ERROR = 50_000;

    private static final int FILE_TROUBLE = 90_028;
    private static final int FILE_CORRUPTED = 90_030;
    private static final int FILE_TROUBLE_WITH_NAME = 90_031;

    @java.lang.Override
    public Override adjudicate(SQLException broken) {
        return switch (broken.getErrorCode()) {
            case DATABASE_CLOSED,
                    NO_LONGER_OPEN,
                    OBJECT_CLOSED,
                    GENERAL_ERROR,
                    FILE_TROUBLE,
                    FILE_CORRUPTED,
                    FILE_TROUBLE_WITH_NAME -> Override.MUST_EVICT;
            default -> Override.CONTINUE_EVICT;
        };
    }
}
