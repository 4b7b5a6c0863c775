// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.run.Settings;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;

/**
 * So many open connections from one address at most; what comes beyond is closed before anything is read. Of an IPv6 address the
 * first 64 bits count, since one network has all the rest. Safe from any thread.
 */
final class AddressLimit implements SelectorManager.AcceptListener {
    /** An office of a hundred desks comes from one address, each desk with several connections. */
    private static final int AN_OFFICE = 1_000;

    private final int most;
    private final Predicate<InetAddress> free;
    private final Map<SelectableChannel, String> places = new ConcurrentHashMap<>();
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /**
     * A quarter of all connections, 1,000 where that is less; none for this machine itself, nor behind a proxy, from which
     * everybody comes.
     */
    static AddressLimit of(Settings.Listening listening) {
        return new AddressLimit(
                Math.max(AN_OFFICE, listening.maxConnections() / 4),
                address -> listening.behindProxy() || address.isLoopbackAddress());
    }

    /** {@code free}: addresses without a limit. */
    AddressLimit(int most, Predicate<InetAddress> free) {
        this.most = most;
        this.free = free;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        address(channel).filter(free.negate()).map(AddressLimit::network).ifPresent(network -> {
            places.put(channel, network);
            if (open.merge(network, 1, Integer::sum) > most) {
                IO.close(channel);
            }
        });
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        onClosed(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        String network = places.remove(channel);
        if (network != null) {
            open.computeIfPresent(network, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private static Optional<InetAddress> address(SelectableChannel channel) {
        try {
            return channel instanceof SocketChannel socket
                            && socket.getRemoteAddress() instanceof InetSocketAddress remote
                    ? Optional.of(remote.getAddress())
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** What counts as one address. */
    static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(address.getAddress(), 8))
                : address.getHostAddress();
    }
}
