// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections whose sender began a request and does not bring its headers to an end, the first request and every later
 * one: slow headers must not hold a place for long, and each byte of them is a sign of life to an idle timeout. {@link #step} is
 * the step of a loop; everything else is safe from any thread.
 */
final class HeaderPatience extends Handler.Wrapper implements Connection.Listener {
    /** How a connection stands between its requests. */
    private sealed interface State {
        /** A request is being answered; its body has a patience of its own. */
        record Busy() implements State {}

        /** Nothing came since the last answer: {@code bytes} is what had come by then. */
        record Quiet(long bytes) implements State {}

        /** Some of a request came, or the first is still awaited; {@code since} by the clock. */
        record Begun(long since) implements State {}
    }

    private static final State BUSY = new State.Busy();

    private final Map<Connection, State> states = new ConcurrentHashMap<>();
    private final Duration patience;
    private final LongSupplier clock;

    /** {@code patience}: for the headers of one request, kept to within a third of itself. {@code clock}: nanoseconds. */
    HeaderPatience(Handler door, Duration patience, LongSupplier clock) {
        super(door);
        this.patience = patience;
        this.clock = clock;
    }

    /** Only what carries requests counts its messages; TLS below it does not. */
    @Override
    public void onOpened(Connection connection) {
        if (connection.getMessagesIn() >= 0) {
            states.put(connection, new State.Begun(clock.getAsLong()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        states.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        states.replace(connection, BUSY);
        Request.addCompletionListener(
                request, _ -> states.replace(connection, new State.Quiet(connection.getBytesIn())));
        return super.handle(request, response, callback);
    }

    /** Looks at every connection; tells how long until the next look. */
    Duration step() {
        long now = clock.getAsLong();
        states.replaceAll((connection, state) -> seen(connection, state, now));
        states.forEach((connection, state) -> {
            if (state instanceof State.Begun begun && now - begun.since() >= patience.toNanos()) {
                connection.getEndPoint().close();
            }
        });
        return patience.dividedBy(3);
    }

    private static State seen(Connection connection, State state, long now) {
        return state instanceof State.Quiet quiet && connection.getBytesIn() > quiet.bytes()
                ? new State.Begun(now)
                : state;
    }
}
