// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.util.List;
import java.util.stream.LongStream;

/** Numbers to compare with. */
final class LongLists {
    private LongLists() {}

    static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
