// SPDX-License-Identifier: Apache-2.0
package baton.console;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The symbols of the desk, characters of one font (Google's Material Icons, outlined). Their colour comes from the style sheet. Screen's thread only, after
 * {@link Fonts#load}.
 */
public enum Icons {
    INBOX(0xe326),
    MENTION(0xe051),
    CHARTS(0xe32d),
    CUSTOMERS(0xe487),
    SETTINGS(0xe593),
    SEND(0xe583),
    TICK(0xe1e4),
    TICKS(0xe1e5),
    CLOCK(0xe56c),
    ERROR(0xe217),
    WARNING(0xe547),
    UNCERTAIN(0xe2fe),
    LOCK(0xe3c5),
    AUTOMATIC(0xe289),
    PHONE(0xe5f6),
    AGENT(0xe841),
    REPLY(0xe541),
    COPY(0xe17a),
    EDIT(0xe1f8),
    DELETE(0xe1a1),
    DELETED(0xe0b1),
    HISTORY(0xe305),
    IMAGE(0xe31b),
    VIDEO(0xe6e1),
    VOICE(0xe3f3),
    AUDIO(0xe082),
    DOCUMENT(0xe332),
    EMOJI(0xe202),
    PLACE(0xe4e7),
    PERSON(0xe49e),
    CARD(0xe178),
    CART(0xe5ba),
    PRODUCT(0xe82e),
    TAPPED(0xe6ae),
    FORM(0xe06e),
    CALL(0xe0fe),
    MISSED_CALL(0xe4bf),
    INFO(0xe32a),
    FORWARD(0xe2c0),
    CODE(0xe15b),
    DOWN(0xe05e),
    UP(0xe068),
    SEARCH(0xe57f),
    SORT(0xe600),
    STAR(0xe62e),
    ATTACH(0xe07f),
    CLOSE(0xe14a),
    RETRY(0xe52f),
    UNDO(0xe6cb),
    HOLD(0xe471),
    VISIBLE(0xe702),
    HIDDEN(0xe704),
    OUTSIDE(0xe466),
    PLAY(0xe4e9),
    SENDING(0xe30f),
    ADVERT(0xe77b),
    SECURITY(0xe580),
    NOTE(0xe891),
    MORE(0xe412),
    FILTER(0xe276),
    OFFLINE(0xe155),
    ONLINE(0xe151),
    GROUP(0xe2e6),
    KEY(0xe713),
    EXPAND(0xe228),
    COLLAPSE(0xe227),
    NEXT(0xe13f),
    DROP_DOWN(0xe05f),
    SIGN_OUT(0xe226),
    MUTE(0xe70f),
    BELL(0xe453),
    LANGUAGE(0xe35b),
    LABEL(0xe353),
    THEME(0xe0d7),
    DOT(0xe24b),
    SNOOZE(0xe5ff),
    HAND_OVER(0xe660),
    PRIORITY(0xe510),
    KEYBOARD(0xe341),
    HELP(0xe2fe),
    ACCOUNT(0xe015),
    NEW_PERSON(0xe4a0),
    SHOP(0xe648),
    SUN(0xe727),
    STORM(0xe270);

    /** In controls. */
    public static final int CONTROL = 16;

    /** In the rail. */
    public static final int RAIL = 20;

    /** In a line of small text. */
    public static final int SMALL = 14;

    private final String glyph;

    Icons(int code) {
        this.glyph = Character.toString(code);
    }

    /** A new node for the size of controls. */
    public Text icon() {
        return icon(CONTROL);
    }

    /** A new node, {@code size} pixels high. */
    public Text icon(int size) {
        Text icon = new Text(glyph);
        icon.setFont(Font.font(Fonts.SYMBOLS, size));
        icon.getStyleClass().addAll("ikonli-font-icon", "icon"); // the theme knows symbols by the first
        return icon;
    }
}
