// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.store.Replica;
import baton.wire.Answers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells a line of the hub from another one with the same number, after the hub went back to an older journal. */
final class LineMark {
    private LineMark() {}

    /** Of line {@code seq}, if that is the one seen. */
    static Replica.Mark at(long seq, Optional<Answers.FeedEvent> seen) {
        return seen.filter(line -> line.seq() == seq).map(LineMark::of).orElse(new Replica.Mark(seq, ""));
    }

    static Replica.Mark of(Answers.FeedEvent line) {
        try {
            String text = Stream.of(line.seq(), line.at(), line.kind(), line.body())
                    .map(String::valueOf)
                    .collect(Collectors.joining("|"));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Replica.Mark(line.seq(), HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
