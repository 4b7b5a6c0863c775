// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that writes the journal from several threads, says what was acknowledged, and dies without a goodbye. */
final class Victim {

    static final int KILLED = 137;

    private Victim() {}

    /** {@code args}: the store's address, and how many acknowledged lines to say before the end. */
    public static void main(String[] args) {
        Journal journal = Journal.open(new Store(args[0]).open(), Clock.systemUTC());
        int last = Integer.parseInt(args[1]);
        AtomicInteger said = new AtomicInteger();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (int writer = 0; writer < 8; writer++) {
            String name = "w" + writer + "-";
            Thread.ofPlatform().start(() -> write(journal, name, said, last, out));
        }
    }

    private static void write(Journal journal, String name, AtomicInteger said, int last, PrintStream out) {
        for (int i = 0; ; i++) {
            String word = name + i;
            long seq = journal.submit(StoreContract.line(word)).join();
            synchronized (out) {
                out.println("kept " + seq + " " + word);
                out.flush();
                if (said.incrementAndGet() >= last) {
                    Runtime.getRuntime().halt(KILLED);
                }
            }
        }
    }
}
