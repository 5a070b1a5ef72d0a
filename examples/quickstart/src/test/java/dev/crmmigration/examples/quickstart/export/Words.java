package dev.crmmigration.examples.quickstart.export;

import java.util.List;

/** What names, places and tags of the invented account are made of. */
final class Words {

    static final List<String> FIRST_NAMES = split(
            "Ada Aaron Alma Amir André Anouk Astrid Beatriz Björn Bruno Carla Chloé Clara Daniel Dina Elif Emil Esther"
                    + " Farah Felix Fiona Gábor Gina Hana Hugo Ida Ines Ivan Jana Jonas Jürgen Kai Karin Lars Leila Léa"
                    + " Liam Luis Mara Marek Mei Milan Nadia Nils Noor Olga Oscar Paula Pedro Rafael Renée Rosa Samir"
                    + " Selma Søren Tara Theo Uwe Vera Viktor Yara Zoë");

    static final List<String> LAST_NAMES = split(
            "Abel Achterberg Alvarez Andersen Baker Becker Böhm Brandt Castillo Cohen Dahl Delacroix Duarte Ebert Eriksen"
                    + " Farrell Fischer Fuchs García Gruber Haas Hansen Hoffmann Iqbal Jansen Jensen Kaya Keller Köhler"
                    + " Kowal Kühn Lambert Larsen Lindqvist López Maier Marchand Moreau Müller Nakamura Novak Nuñez"
                    + " Oakes Okafor Olsen Park Peña Petit Quinn Rossi Roth Sánchez Schäfer Schröder Silva Sørensen"
                    + " Stein Tanaka Torres Ulrich Vargas Vogel Wagner Walsh Weiß West Yilmaz Zimmer");

    /** They cannot be written in Windows-1252, so only the file in UTF-8 has them. */
    static final List<String> FARTHER_LAST_NAMES =
            split("Łukasik Wiśniewski Dvořák Yıldız Đorđević Papadopoulου Šimić");

    static final List<String> COMPANY_HEADS = split(
            "Alder Birch Cedar Dune Ember Fern Granite Harbour Indigo Juniper Kestrel Lark Maple Nimbus Orchid Pebble"
                    + " Quarry Raven Sable Thistle Umber Violet Willow Yarrow Zephyr");

    static final List<String> COMPANY_TAILS = List.of(
            "Consulting",
            "Studio",
            "Partners",
            "Dental",
            "Wellness",
            "Media",
            "Logistics",
            "Academy",
            "Kitchen",
            "Law",
            "GmbH",
            "& Söhne",
            "Design",
            "Fitness",
            "Events",
            "Books");

    static final List<String> TAGS = List.of(
            "Buyer",
            "VIP",
            "Lead magnet: checklist",
            "Webinar registered",
            "Webinar attended",
            "Webinar replay watched",
            "Form completed - newsletter",
            "Form completed - contact",
            "Survey 2025 answered",
            "Quiz result: starter",
            "Quiz result: builder",
            "Quiz result: leader",
            "Clicked: spring offer",
            "Clicked: autumn offer",
            "Opened welcome mail",
            "Course member: Clarity",
            "Course member: Leadership",
            "Course completed: Clarity",
            "Lesson 1 watched",
            "Lesson 5 watched",
            "Founders Circle member",
            "Founders Circle cancelled",
            "Refund requested",
            "Speaker",
            "Press",
            "Partner",
            "Referral",
            "Local group Berlin",
            "Local group Detroit",
            "Local group Sydney",
            "Summit 2024",
            "Summit 2025",
            "Early bird, 2025",
            "Waiting list",
            "Cold",
            "Hot",
            "Call booked",
            "No show",
            "Imported 2019",
            "Do not phone");

    static final List<String> LISTS = List.of(
            "Newsletter",
            "Customers",
            "Founders Circle",
            "Clarity course",
            "Leadership Lab",
            "Summit",
            "Affiliates",
            "Webinar series");

    static final List<String> SEQUENCES =
            List.of("Welcome", "Clarity onboarding", "Win back", "Webinar follow-up", "Summit countdown");

    private Words() {}

    private static List<String> split(String words) {
        return List.of(words.split(" ", -1));
    }
}
