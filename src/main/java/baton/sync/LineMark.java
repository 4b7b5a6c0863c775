// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.wire.Answers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells a line of the hub from another one with the same number, after the hub went back to an older journal. */
final class LineMark {
    private LineMark() {}

    /** Of the line with this number, when it is the last of these; otherwise empty. */
    static String at(long seq, List<Answers.FeedEvent> lines) {
        return lines.isEmpty() || lines.getLast().seq() != seq ? "" : of(lines.getLast());
    }

    static String of(Answers.FeedEvent line) {
        try {
            String text = Stream.of(line.seq(), line.at(), line.kind(), line.body())
                    .map(String::valueOf)
                    .collect(Collectors.joining("|"));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
