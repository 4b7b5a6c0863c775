// SPDX-License-Identifier: Apache-2.0
package baton.sync;

/** What came of asking the hub for its books. */
public sealed interface BooksAnswer {

    /** As the hub counts now. */
    record Told(Books books) implements BooksAnswer {}

    /** The hub could not be asked, or did not answer; {@code detail} in its or the network's words. */
    record NotTold(String detail) implements BooksAnswer {}
}
