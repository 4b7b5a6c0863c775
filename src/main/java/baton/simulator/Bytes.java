// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

/** Bytes that nobody changes any more, so that records can hold them. */
final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Takes the array over: the caller must not change it afterwards. */
    static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    /** The bytes themselves, to be read only. */
    byte[] array() {
        return content;
    }

    int size() {
        return content.length;
    }
}
