package dev.crmmigration.engine.internal.linkage;

import java.util.regex.Pattern;

/** What a field says of a contact or company, told by its key or label. The first that fits counts. */
enum Part {
    EMAIL("(\\w+_)?e_?mail(_address)?s?(_\\d)?"),
    PHONE("(\\w+_)?(phone|mobile|telephone|tel|cell)(_number|_no)?s?(_\\d)?"),
    FIRST_NAME("(first|given|fore)_?name|first|vorname|prenom"),
    LAST_NAME("(last|sur|family)_?name|last|nachname|nom"),
    COMPANY("(company|organi[sz]ation|account|business|firm)(_name)?|employer|firma"),
    NAME("((full|contact|display|person|customer|lead|client|company|account|organi[sz]ation|business)_)?name"),
    CITY("(\\w+_)?(city|town|locality|ort|ville)"),
    POSTAL_CODE("(\\w+_)?(zip|zip_?code|postal_?code|postcode|postal|plz)"),
    STREET("((home|work|billing|mailing|street|postal|main)_)?(street|address)(_?(line)?_?1)?"),
    WEBSITE("(company_|web_?)?(website|site|domain|homepage|url)(_url)?"),
    BIRTH_DATE("birth_?day|birth_?date|date_of_birth|dob"),
    REGISTRATION("(vat|tax|company|registration)_?(id|no|number)|vat|ein|siren|siret|abn|duns(_number)?"),
    EXTERNAL_ID("(external|source|legacy|old|import|original)_id");

    private final Pattern names;

    Part(String names) {
        this.names = Pattern.compile(names);
    }

    boolean isNamed(String name) {
        return names.matcher(name).matches();
    }
}
