// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/** Closes connections that were opened and then never brought a whole request: slow headers must not hold a place for long. */
final class HeaderPatience implements Connection.Listener {
    private final Scheduler scheduler;
    private final Duration patience;

    HeaderPatience(Scheduler scheduler, Duration patience) {
        this.scheduler = scheduler;
        this.patience = patience;
    }

    @Override
    public void onOpened(Connection connection) {
        scheduler.schedule(() -> closeIfSilent(connection), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void closeIfSilent(Connection connection) {
        if (connection.getMessagesIn() == 0) {
            connection.getEndPoint().close();
        }
    }
}
