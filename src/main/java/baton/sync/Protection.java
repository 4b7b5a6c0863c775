// SPDX-License-Identifier: Apache-2.0
package baton.sync;

/** Where the key of a desk's encrypted files lies; to be said openly to its person (SPEC.md R3). */
public enum Protection {
    /** In the key ring of the operating system. */
    KEY_RING,
    /** In a file that only the person's own account may read: safe from other accounts, not from a stolen disk. */
    OWNER_ONLY_FILE,
    /** Nothing is on the disk. */
    MEMORY_ONLY
}
