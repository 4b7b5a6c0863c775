// SPDX-License-Identifier: Apache-2.0
package baton.console;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The symbols of the desk, all of one pack. Their colour comes from the style sheet. Screen's thread only, but for {@link #load}. */
public enum Icons {
    INBOX(Material2OutlinedAL.INBOX),
    MENTION(Material2OutlinedAL.ALTERNATE_EMAIL),
    CHARTS(Material2OutlinedAL.INSERT_CHART),
    CUSTOMERS(Material2OutlinedMZ.PEOPLE),
    SETTINGS(Material2OutlinedMZ.SETTINGS),
    SEND(Material2OutlinedMZ.SEND),
    TICK(Material2OutlinedAL.DONE),
    TICKS(Material2OutlinedAL.DONE_ALL),
    CLOCK(Material2OutlinedMZ.SCHEDULE),
    ERROR(Material2OutlinedAL.ERROR_OUTLINE),
    WARNING(Material2OutlinedMZ.REPORT_PROBLEM),
    UNCERTAIN(Material2OutlinedAL.HELP_OUTLINE),
    LOCK(Material2OutlinedAL.LOCK),
    AUTOMATIC(Material2OutlinedAL.FLASH_ON),
    PHONE(Material2OutlinedMZ.SMARTPHONE),
    AGENT(Material2OutlinedMZ.SUPPORT_AGENT),
    REPLY(Material2OutlinedMZ.REPLY),
    COPY(Material2OutlinedAL.CONTENT_COPY),
    EDIT(Material2OutlinedAL.EDIT),
    DELETE(Material2OutlinedAL.DELETE),
    DELETED(Material2OutlinedAL.BLOCK),
    HISTORY(Material2OutlinedAL.HISTORY),
    IMAGE(Material2OutlinedAL.IMAGE),
    VIDEO(Material2OutlinedMZ.VIDEOCAM),
    VOICE(Material2OutlinedMZ.MIC),
    AUDIO(Material2OutlinedAL.AUDIOTRACK),
    DOCUMENT(Material2OutlinedAL.INSERT_DRIVE_FILE),
    EMOJI(Material2OutlinedAL.EMOJI_EMOTIONS),
    PLACE(Material2OutlinedMZ.PLACE),
    PERSON(Material2OutlinedMZ.PERSON),
    CARD(Material2OutlinedAL.CONTACTS),
    CART(Material2OutlinedMZ.SHOPPING_CART),
    PRODUCT(Material2OutlinedMZ.SHOPPING_BAG),
    TAPPED(Material2OutlinedMZ.TOUCH_APP),
    FORM(Material2OutlinedAL.ASSIGNMENT),
    CALL(Material2OutlinedAL.CALL),
    MISSED_CALL(Material2OutlinedMZ.PHONE_MISSED),
    INFO(Material2OutlinedAL.INFO),
    FORWARD(Material2OutlinedAL.FORWARD),
    CODE(Material2OutlinedAL.CODE),
    DOWN(Material2OutlinedAL.ARROW_DOWNWARD),
    UP(Material2OutlinedAL.ARROW_UPWARD),
    SEARCH(Material2OutlinedMZ.SEARCH),
    SORT(Material2OutlinedMZ.SORT),
    STAR(Material2OutlinedMZ.STAR),
    ATTACH(Material2OutlinedAL.ATTACH_FILE),
    CLOSE(Material2OutlinedAL.CLOSE),
    RETRY(Material2OutlinedMZ.REFRESH),
    UNDO(Material2OutlinedMZ.UNDO),
    HOLD(Material2OutlinedMZ.PAN_TOOL),
    VISIBLE(Material2OutlinedMZ.VISIBILITY),
    HIDDEN(Material2OutlinedMZ.VISIBILITY_OFF),
    OUTSIDE(Material2OutlinedMZ.OPEN_IN_NEW),
    PLAY(Material2OutlinedMZ.PLAY_ARROW),
    SENDING(Material2OutlinedAL.HOURGLASS_EMPTY),
    ADVERT(Material2OutlinedAL.CAMPAIGN),
    SECURITY(Material2OutlinedMZ.SECURITY),
    NOTE(Material2OutlinedMZ.STICKY_NOTE_2),
    MORE(Material2OutlinedMZ.MORE_HORIZ),
    FILTER(Material2OutlinedAL.FILTER_LIST),
    OFFLINE(Material2OutlinedAL.CLOUD_OFF),
    ONLINE(Material2OutlinedAL.CLOUD_DONE),
    GROUP(Material2OutlinedAL.GROUP),
    KEY(Material2OutlinedMZ.VPN_KEY),
    EXPAND(Material2OutlinedAL.EXPAND_MORE),
    COLLAPSE(Material2OutlinedAL.EXPAND_LESS),
    NEXT(Material2OutlinedAL.CHEVRON_RIGHT),
    DROP_DOWN(Material2OutlinedAL.ARROW_DROP_DOWN),
    SIGN_OUT(Material2OutlinedAL.EXIT_TO_APP),
    MUTE(Material2OutlinedMZ.VOLUME_OFF),
    BELL(Material2OutlinedMZ.NOTIFICATIONS),
    LANGUAGE(Material2OutlinedAL.LANGUAGE),
    LABEL(Material2OutlinedAL.LABEL),
    THEME(Material2OutlinedAL.BRIGHTNESS_4),
    DOT(Material2OutlinedAL.FIBER_MANUAL_RECORD),
    SNOOZE(Material2OutlinedMZ.SNOOZE),
    HAND_OVER(Material2OutlinedMZ.SWAP_HORIZ),
    PRIORITY(Material2OutlinedMZ.PRIORITY_HIGH),
    KEYBOARD(Material2OutlinedAL.KEYBOARD),
    HELP(Material2OutlinedAL.HELP_OUTLINE),
    ACCOUNT(Material2OutlinedAL.ACCOUNT_CIRCLE),
    NEW_PERSON(Material2OutlinedMZ.PERSON_ADD),
    SHOP(Material2OutlinedMZ.STOREFRONT),
    SUN(Material2OutlinedMZ.WB_SUNNY),
    STORM(Material2OutlinedAL.FILTER_DRAMA);

    /** In controls. */
    public static final int CONTROL = 16;

    /** In the rail. */
    public static final int RAIL = 20;

    /** In a line of small text. */
    public static final int SMALL = 14;

    @SuppressWarnings("ImmutableEnumChecker") // a symbol is an enum constant of its pack
    private final Ikon ikon;

    Icons(Ikon ikon) {
        this.ikon = ikon;
    }

    /** Reads the pack, so that the first icon does not; any thread, before the first window. */
    public static void load() {
        IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance());
    }

    /** A new node for the size of controls. */
    public FontIcon icon() {
        return icon(CONTROL);
    }

    /** A new node, {@code size} pixels high. */
    public FontIcon icon(int size) {
        FontIcon icon = FontIcon.of(ikon, size);
        icon.getStyleClass().add("icon");
        return icon;
    }
}
