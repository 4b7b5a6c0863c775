// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Bare readers of a {@link Floor}: {@code Followers FLOOR NUMBER}; measures and prints as {@link Desks} does. */
final class Followers {

    private Followers() {}

    public static void main(String[] words) throws InterruptedException {
        URI floor = URI.create(words[0]);
        int number = Integer.parseInt(words[1]);
        CountDownLatch following = new CountDownLatch(number);
        Sent sent = new Sent();
        for (int i = 0; i < number; i++) {
            Thread.ofVirtual().start(() -> follow(floor, sent, following));
        }
        following.await();
        System.out.println("following");
        var _ = IO.readln();
        sent.begin();
        var _ = IO.readln();
        System.out.println(sent.line());
        System.exit(0);
    }

    private static void follow(URI floor, Sent sent, CountDownLatch following) {
        try (Connection connection = new Connection(floor.getHost(), floor.getPort())) {
            following.countDown();
            byte[] ask = Connection.get(floor.getAuthority(), "/api/feed?wait=25", "none");
            while (true) {
                connection.send(ask);
                sent.arrived(new String(connection.body(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
