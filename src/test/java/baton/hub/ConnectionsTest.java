// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.run.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real server, plain sockets, and the clock of the patience set by hand. */
final class ConnectionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String WHOLE = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final AtomicLong nanos = new AtomicLong();
    private final CompletableFuture<Void> held = new CompletableFuture<>();
    private final AtomicBoolean isHeld = new AtomicBoolean();
    private final HeaderPatience patience = new HeaderPatience(new Greeting(), PATIENCE, nanos::get);
    private final List<Socket> sockets = new ArrayList<>();
    private Optional<HubServer> server = Optional.empty();

    /** Answers at once; who asks for {@code /held} waits. */
    private final class Greeting extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            isHeld.set(Request.getPathInContext(request).equals("/held"));
            CompletableFuture<Void> when = isHeld.get() ? held : CompletableFuture.completedFuture(null);
            CompletableFuture<Void> _ =
                    when.thenRun(() -> response.write(true, ByteBuffer.wrap(bytes("hi")), callback));
            return true;
        }
    }

    @AfterEach
    void close() {
        sockets.forEach(ConnectionsTest::hangUp);
        held.complete(null);
        server.ifPresent(HubServer::close);
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsServedOnceOneIsFree() throws Exception {
        open(2, limit(100));
        Socket first = answered();
        answered();
        Socket third = connect();
        send(third, WHOLE);
        CompletableFuture<Boolean> served = CompletableFuture.supplyAsync(() -> isAnswered(third));
        assertThat(served).isNotDone();
        hangUp(first);
        assertThat(served.join()).isTrue();
    }

    @Test
    void oneAddressHasOnlySoManyPlacesAndGetsThemBack() throws Exception {
        open(100, limit(2));
        Socket first = answered();
        answered();
        Socket third = connect();
        await().until(() -> isClosed(third));
        hangUp(first);
        await().until(() -> {
            Socket next = connect();
            send(next, WHOLE);
            return isAnswered(next);
        });
    }

    @Test
    void anAddressWithoutALimitHasAllPlaces() throws Exception {
        open(100, new AddressLimit(2, InetAddress::isLoopbackAddress));
        for (int i = 0; i < 20; i++) {
            answered();
        }
    }

    @Test
    void aWholeNetworkOfIpv6CountsAsOneAddress() throws Exception {
        assertThat(AddressLimit.network(address(1, 2))).isEqualTo(AddressLimit.network(address(1, 3)));
        assertThat(AddressLimit.network(address(1, 2))).isNotEqualTo(AddressLimit.network(address(2, 2)));
        assertThat(AddressLimit.network(InetAddress.getByAddress(new byte[] {10, 0, 0, 1})))
                .isNotEqualTo(AddressLimit.network(InetAddress.getByAddress(new byte[] {10, 0, 0, 2})));
    }

    @Test
    void headersThatTrickleInAreGivenUp() throws Exception {
        open(100, limit(100));
        Socket slow = connect();
        assertThat(trickledUntilClosed(slow)).isGreaterThanOrEqualTo(PATIENCE);
    }

    /** Each byte is a sign of life to an idle timeout. */
    @Test
    void headersThatTrickleInOnAConnectionThatWasUsedBeforeAreGivenUpToo() throws Exception {
        open(100, limit(100));
        Socket slow = answered();
        pass(Duration.ofHours(1));
        assertThat(trickledUntilClosed(slow)).isGreaterThanOrEqualTo(PATIENCE);
    }

    @Test
    void aConnectionBetweenTwoRequestsAndOneThatWaitsForItsAnswerAreLeftAlone() throws Exception {
        open(100, limit(100));
        Socket idle = answered();
        Socket waiting = answered();
        send(waiting, WHOLE.replace("GET /", "GET /held"));
        await().until(isHeld::get);
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(5));
        }
        send(idle, WHOLE);
        assertThat(isAnswered(idle)).isTrue();
        held.complete(null);
        assertThat(isAnswered(waiting)).isTrue();
    }

    private static AddressLimit limit(int most) {
        return new AddressLimit(most, _ -> false);
    }

    private void open(int most, AddressLimit limit) {
        Settings.Listening listening =
                new Settings.Listening(0, "127.0.0.1", Optional.empty(), false, Duration.ofHours(1), 1 << 20, most);
        server = Optional.of(HubServer.start(listening, patience, limit));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        patience.step();
    }

    /** A byte of a header each second; tells how long until that is over. */
    private Duration trickledUntilClosed(Socket socket) throws IOException {
        long begun = nanos.get();
        send(socket, "GET / HTTP/1.1\r\nX-Long: ");
        await().until(() -> {
            send(socket, "x");
            pass(Duration.ofSeconds(1));
            return isClosed(socket);
        });
        return Duration.ofNanos(nanos.get() - begun);
    }

    private Socket answered() throws IOException {
        Socket socket = connect();
        send(socket, WHOLE);
        assertThat(isAnswered(socket)).isTrue();
        return socket;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), server.orElseThrow().port());
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(bytes(text));
        } catch (IOException closed) {
            // whoever reads sees it
        }
    }

    /** Reads one answer to its end. */
    private static boolean isAnswered(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            StringBuilder read = new StringBuilder();
            while (!read.toString().endsWith("\r\n\r\nhi")) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                read.append((char) next);
            }
            return read.toString().startsWith("HTTP/1.1 200");
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static InetAddress address(int network, int host) throws IOException {
        byte[] bytes = new byte[16];
        bytes[0] = 0x20;
        bytes[7] = (byte) network;
        bytes[15] = (byte) host;
        return Inet6Address.getByAddress(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // that was the wish
        }
    }
}
