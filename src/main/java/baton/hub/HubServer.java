// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.run.Loop;
import baton.run.Settings;
import java.net.BindException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server around the door: where it listens, TLS, bounds on connections and headers, an orderly end. */
final class HubServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubServer.class);
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration HEADERS = Duration.ofSeconds(15);
    private static final Duration GOODBYE = Duration.ofSeconds(8);
    private static final int HEADER_BYTES = 8 << 10;
    /** For what was taken in while the door closed to be passed on. */
    private static final Duration THRESHOLD = Duration.ofMillis(20);

    private final Server server;
    private final ServerConnector connector;
    private final Loop headerLoop;

    private HubServer(Server server, ServerConnector connector, HeaderPatience patience) {
        this.server = server;
        this.connector = connector;
        this.headerLoop =
                new Loop("headers", patience::step, broken -> LOG.error("The watch over headers stumbled", broken));
    }

    /** Listens from here on; refuses with {@link baton.run.BadSettings} when the address is taken or the keys cannot be used. */
    static HubServer start(Settings.Listening listening, Handler door) {
        return start(listening, new HeaderPatience(door, HEADERS, System::nanoTime), AddressLimit.of(listening));
    }

    static HubServer start(Settings.Listening listening, HeaderPatience door, AddressLimit limit) {
        QueuedThreadPool pool = new QueuedThreadPool(24, 4);
        pool.setName("door");
        pool.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("request-", 0).factory()));
        Server server = new Server(pool);
        ServerConnector connector = connector(server, listening);
        connector.setHost(listening.bind());
        connector.setPort(listening.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(512);
        connector.addBean(door);
        connector.addBean(limit);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(listening.maxConnections(), connector));
        server.setErrorHandler(new JsonErrors());
        server.setHandler(new GracefulHandler(door));
        server.setStopTimeout(GOODBYE.toMillis());
        HubServer started = new HubServer(server, connector, door);
        started.start(listening);
        return started;
    }

    private void start(Settings.Listening listening) {
        try {
            server.start();
            headerLoop.start();
        } catch (Exception broken) {
            stop();
            if (broken.getCause() instanceof BindException || broken instanceof BindException) {
                throw new baton.run.BadSettings(List.of("Nobody can listen on " + listening.bind() + " port "
                        + listening.port() + ": it is taken, or no address of this machine."));
            }
            throw new IllegalStateException("The HTTP server does not start", broken);
        }
    }

    private static ServerConnector connector(Server server, Settings.Listening listening) {
        HttpConfiguration http = configuration();
        return listening
                .tls()
                .map(files -> {
                    http.addCustomizer(new SecureRequestCustomizer(false));
                    HttpConnectionFactory plain = new HttpConnectionFactory(http);
                    return new ServerConnector(
                            server, 1, 2, new SslConnectionFactory(tls(files), plain.getProtocol()), plain);
                })
                .orElseGet(() -> new ServerConnector(server, 1, 2, new HttpConnectionFactory(http)));
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        // What a caller said before would be 100 kB for each desk that waits, and save some strings.
        http.setHeaderCacheSize(0);
        return http;
    }

    private static SslContextFactory.Server tls(Settings.TlsFiles files) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        KeyStore keys = PemKeys.load(files, password);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(keys);
        tls.setKeyStorePassword(password);
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return tls;
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Takes no more requests, lets those that run end, at most 8 s. */
    @Override
    public void close() {
        stop();
    }

    /** Listens no more before anything else stops: Jetty forgets a connection it takes in while it does, and whoever called would wait for nothing. */
    private void stop() {
        try {
            headerLoop.stop();
            connector.close();
            connector.join(THRESHOLD.toMillis());
            server.stop();
        } catch (Exception broken) {
            throw new IllegalStateException("The HTTP server does not stop", broken);
        }
    }
}
