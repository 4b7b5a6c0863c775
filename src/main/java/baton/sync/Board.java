// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Claim;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Touch;
import baton.policy.ServiceWindow;
import baton.store.Replica;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rows of the replica in memory, each made once when something of it changes. Safe from any thread. */
final class Board {
    private static final Comparator<ConversationRow> NEWEST_FIRST = (one, other) ->
            Long.compare(other.conversation().version(), one.conversation().version());

    private final PersonId me;
    private final Presence presence;
    private final Map<ConversationId, Conversation> conversations = new HashMap<>();
    private final Map<CustomerId, Customer> customers = new HashMap<>();
    private final Map<CustomerId, Set<ConversationId>> ofCustomer = new HashMap<>();
    private final Map<CustomerId, Set<CustomerId>> absorbedBy = new HashMap<>();
    private final Map<PersonId, Person> people = new HashMap<>();
    private final Map<ConversationId, ConversationRow> rows = new HashMap<>();
    private final ViewCounts counts;
    private Optional<Map<View, Integer>> expected = Optional.empty();

    Board(PersonId me, Presence presence) {
        this.me = me;
        this.presence = presence;
        this.counts = new ViewCounts(me);
    }

    synchronized void clear() {
        conversations.clear();
        customers.clear();
        ofCustomer.clear();
        absorbedBy.clear();
        people.clear();
        rows.clear();
        counts.clear();
        expected = Optional.empty();
    }

    /** Begins anew with all of this, one after the other; nobody sees anything between before and after. */
    synchronized void begin(List<Replica.Changed> all) {
        clear();
        all.forEach(this::take);
    }

    /** Only a part of the rows is here until it is cleared; all in all there are so many. */
    synchronized void expect(Map<View, Integer> all) {
        expected = Optional.of(all);
    }

    /** Takes in what is new or different; the rows that differ from before, in the order of their ids. */
    synchronized List<ConversationRow> take(Replica.Changed changed) {
        Set<ConversationId> touched = new LinkedHashSet<>();
        changed.people().forEach(person -> people.put(person.id(), person));
        changed.customers().forEach(customer -> touched.addAll(take(customer)));
        changed.conversations().forEach(conversation -> {
            conversations.put(conversation.id(), conversation);
            ofCustomer.merge(conversation.customer(), Set.of(conversation.id()), Board::both);
            touched.add(conversation.id());
        });
        if (!changed.people().isEmpty()) {
            touched.addAll(held());
        }
        return refreshed(touched);
    }

    /** Most customers have one conversation: a set that can grow would be the largest thing of a row. */
    private static Set<ConversationId> both(Set<ConversationId> some, Set<ConversationId> more) {
        return some.containsAll(more)
                ? some
                : Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Set<ConversationId> take(Customer customer) {
        customers.put(customer.id(), customer);
        customer.mergedInto()
                .ifPresent(kept ->
                        absorbedBy.computeIfAbsent(kept, _ -> new HashSet<>()).add(customer.id()));
        Set<ConversationId> touched = new HashSet<>(ofCustomer.getOrDefault(customer.id(), Set.of()));
        absorbedBy
                .getOrDefault(customer.id(), Set.of())
                .forEach(alias -> touched.addAll(ofCustomer.getOrDefault(alias, Set.of())));
        return touched;
    }

    private List<ConversationId> held() {
        return rows.values().stream()
                .filter(row -> row.hold().isPresent())
                .map(ConversationRow::id)
                .toList();
    }

    /** Makes these rows anew; those that differ from before. */
    synchronized List<ConversationRow> refreshed(Collection<ConversationId> touched) {
        return touched.stream()
                .sorted()
                .distinct()
                .flatMap(id -> Optional.ofNullable(conversations.get(id)).stream())
                .map(this::row)
                .filter(this::isOther)
                .toList();
    }

    private boolean isOther(ConversationRow row) {
        Optional<ConversationRow> before = Optional.ofNullable(rows.put(row.id(), row));
        before.ifPresent(counts::remove);
        counts.add(row);
        return before.filter(row::equals).isEmpty();
    }

    private ConversationRow row(Conversation conversation) {
        return new ConversationRow(
                conversation,
                customer(conversation.customer()),
                conversation.claim() instanceof Claim.Held held
                        ? Optional.of(hold(conversation, held))
                        : Optional.empty(),
                ServiceWindow.closesAt(conversation.traffic()));
    }

    private Hold hold(Conversation conversation, Claim.Held held) {
        Optional<Touch> touch = presence.touch(conversation.id(), held.holder());
        return new Hold(
                held.number(),
                held.holder(),
                nameOf(held.holder()),
                held.until(touch),
                held.holder().equals(me));
    }

    private String nameOf(PersonId person) {
        return Optional.ofNullable(people.get(person)).map(Person::displayName).orElse(person.value());
    }

    /** Who it is, or whom they count as since they were merged. */
    private Customer customer(CustomerId id) {
        Customer own = Optional.ofNullable(customers.get(id)).orElseGet(() -> nobody(id));
        return own.mergedInto()
                .flatMap(kept -> Optional.ofNullable(customers.get(kept)))
                .orElse(own);
    }

    private static Customer nobody(CustomerId id) {
        return new Customer(
                id,
                0,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                true,
                Optional.empty());
    }

    /** By what the customer of a conversation was known first; empty when there is no such conversation. */
    synchronized String ownerOf(ConversationId id) {
        return row(id).map(ConversationRow::customer)
                .flatMap(customer -> customer.identities().stream()
                        .findFirst()
                        .map(Identity::value)
                        .or(customer::name))
                .orElse("");
    }

    /** The same of all that are here. */
    synchronized Map<ConversationId, String> owners() {
        return rows.keySet().stream().collect(Collectors.toMap(id -> id, this::ownerOf));
    }

    synchronized Optional<ConversationRow> row(ConversationId id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Put in order outside the lock: whoever follows the hub does not wait for it. */
    List<ConversationRow> rows(View view) {
        return shown(view).stream().sorted(NEWEST_FIRST).toList();
    }

    private synchronized List<ConversationRow> shown(View view) {
        return rows.values().stream()
                .filter(row -> view.shows(row.conversation(), me))
                .toList();
    }

    /** Whatever belongs to this customer and to those who were merged into them, the one that changed last first. */
    synchronized List<ConversationRow> rowsOf(CustomerId customer) {
        return Stream.concat(Stream.of(customer), absorbedBy.getOrDefault(customer, Set.of()).stream())
                .flatMap(id -> ofCustomer.getOrDefault(id, Set.of()).stream())
                .distinct()
                .map(rows::get)
                .filter(row -> row.customer().id().equals(customer))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    synchronized Map<View, Integer> counts() {
        return expected.orElseGet(counts::all);
    }

    synchronized int size() {
        return rows.size();
    }

    synchronized List<Person> people() {
        return people.values().stream()
                .sorted((one, other) -> one.id().value().compareTo(other.id().value()))
                .toList();
    }
}
