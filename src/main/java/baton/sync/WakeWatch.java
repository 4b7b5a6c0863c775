// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Loop;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Notices that the machine slept or is in another network, when a held poll would wait in vain for a connection that is no
 * more, and that its clock was set, which held polls do not tell. One step of a loop.
 */
final class WakeWatch implements Loop.Step {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration SLEPT = Duration.ofSeconds(15);
    private static final Duration SET = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Supplier<Set<String>> network;
    private final Runnable wake;
    private Instant lastTime;
    private long lastTick;
    private Set<String> lastNetwork;

    WakeWatch(InstantSource clock, Supplier<Set<String>> network, Runnable wake) {
        this.clock = clock;
        this.network = network;
        this.wake = wake;
        this.lastTime = clock.instant();
        this.lastTick = System.nanoTime();
        this.lastNetwork = network.get();
    }

    /** The addresses of this machine that are in use. */
    static Set<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.toSet());
        } catch (SocketException none) {
            return Set.of();
        }
    }

    @Override
    public Duration run() {
        Instant time = clock.instant();
        long tick = System.nanoTime();
        Set<String> addresses = network.get();
        Duration ticked = Duration.ofNanos(tick - lastTick);
        // Some systems stop the tick while they sleep, some do not: either the two disagree or both have leapt.
        boolean slept = ticked.compareTo(SLEPT) > 0;
        boolean sleptOrSet =
                Duration.between(lastTime, time).minus(ticked).abs().compareTo(SET) > 0;
        boolean moved = !addresses.equals(lastNetwork);
        lastTime = time;
        lastTick = tick;
        lastNetwork = addresses;
        if (slept || sleptOrSet || moved) {
            wake.run();
        }
        return EVERY;
    }
}
