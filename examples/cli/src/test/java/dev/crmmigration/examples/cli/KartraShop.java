package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** An invented shop on Kartra: few records, each there for something that must arrive just so. Rows are in no order. */
final class KartraShop {

    static final String CONTACTS = """
            id,email,first_name,last_name,phone_country_code,phone,company,address,city,state,zip,country,date_joined,\
            owner_email,tags,lists,gdpr_status,gdpr_status_date,gdpr_communications,notes,nickname,story,goal,industry,\
            channels
            101,ada@customers.example,Ada,Stone,1,(212) 555-0101,ACME Inc,1 Main Street,Albany,NY,12207,US,\
            2024-01-15 23:30:00,olga@acme.example,VIP;webinar spring,Newsletter;Buyers,Accepted,2024-07-04 22:15:00,\
            Yes,Likes tea & <cake>,Addy,"First line
            second line",Grow,Retail; online,Mail;Phone
            102,ben@customers.example,Ben,Hill,44,020 7946 0102,"Acme, Inc.",,,,,,2024-07-15 23:30:00,,VIP,Newsletter,\
            Not accepted,2024-01-10 12:00:00,No,,,,,,Mail
            105,dan@customers.example,Daniel,Reed,1,212 555 0105,,,,,,,2024-04-05 09:00:00,,late,Buyers,,,,,,,,,
            104,DAN@Customers.example,Dan,Reed,1,212 555 0104,,,,,,,2024-03-05 09:00:00,,VIP,,,,,,,,,,
            103,cleo@customers.example,Cleo,Park,,,,,,,,,2023-12-01 08:00:00,,,,Unknown,,,,,,Rest,,
            106,eve@customers.example,,,,,,,,,,,2024-02-20 08:00:00,,,,,,,,,,,,
            """;

    static final String CUSTOM_FIELDS = """
            field_identifier,field_type,options
            nickname,input_field,
            story,text_area,
            goal,drop_down,Grow;Rest;Sell
            industry,radio_button,
            channels,checkbox,Mail;Phone;Post
            """;

    static final String TRANSACTIONS = """
            ID,Transaction_Type,Date,Product,Buyer_Email,Amount (USD),Amount (EUR),Processor,Processor_transaction_id,\
            lead_id,subscription_id,Automatic_Cancellation
            5001,Sale,2024-02-01 23:30:00,Course,ada@customers.example,100.00,,Stripe,ch_1,101,,
            5002,Sale,2024-02-02 10:00:00,Course,ben@customers.example,,250.50,PayPal,ch_2,102,,
            5003,Refund,2024-02-10 09:00:00,Course,ben@customers.example,,-250.50,PayPal,ch_2,102,,
            5004,Sale,2024-03-01 10:00:00,Coaching,cleo@customers.example,80.00,,Stripe,ch_4,103,,
            5005,Chargeback,2024-03-15 10:00:00,Coaching,cleo@customers.example,-80.00,,Stripe,ch_4,103,,
            5006,Sale,2024-04-06 10:00:00,Coaching,dan@customers.example,200.00,,Stripe,ch_6,105,,
            5007,Partial refund,2024-04-10 10:00:00,Coaching,dan@customers.example,-50.00,,Stripe,ch_6,105,,
            5008,Refund,2024-05-01 10:00:00,Workshop,eve@customers.example,-30.00,,Stripe,ch_8,106,,
            5009,Pending,2024-06-01 10:00:00,Course,cleo@customers.example,60.00,,Stripe,,103,,
            5010,Sale,2024-06-02 10:00:00,Course,stranger@customers.example,45.00,,Stripe,ch_10,999,,
            5011,Sale,2024-06-03 10:00:00,Course,ADA@customers.example,70.00,,Stripe,ch_11,998,,
            5012,Sale,2024-01-20 10:00:00,Club,ada@customers.example,20.00,,Stripe,ch_12,101,7001,
            5013,Rebill,2024-02-20 10:00:00,Club,ada@customers.example,20.00,,Stripe,ch_13,101,7001,
            5014,Rebill,2024-03-20 10:00:00,Club,ada@customers.example,20.00,,Stripe,ch_14,101,7001,
            5015,Refund,2024-03-22 10:00:00,Club,ada@customers.example,-20.00,,Stripe,ch_14,101,7001,
            5016,Rebill,2024-02-25 10:00:00,Club,ben@customers.example,15.00,,Stripe,ch_16,102,7002,
            5017,Cancellation,2024-03-01 12:00:00,Club,ben@customers.example,,,Stripe,,102,7002,No
            5018,Failed,2024-04-01 08:00:00,Club,cleo@customers.example,,,Stripe,,103,7003,
            5019,Cancellation,2024-04-05 08:00:00,Club,cleo@customers.example,,,Stripe,,103,7003,Yes
            5020,Rebill,2024-05-10 10:00:00,Club,dan@customers.example,40.00,,Stripe,ch_20,105,7004,
            5021,Sale,2024-06-04 10:00:00,Course,ben@customers.example,10.00,9.00,Stripe,ch_21,102,,
            """;

    static final String SUBSCRIPTIONS = """
            subscription_id,lead_id,lead_email,product_name,status,start_date,end_date,next_payment_amount (USD)
            7001,101,ada@customers.example,Club,Active,2024-01-20 23:30:00,,20.00
            7002,102,ben@customers.example,Club,Cancelled,2024-01-25 10:00:00,,
            7003,103,cleo@customers.example,Club,Cancelled,2024-03-01 10:00:00,,15.00
            7004,105,dan@customers.example,Club,Terminated,2024-04-10 10:00:00,2024-06-10 10:00:00,
            """;

    static final String APPOINTMENTS = """
            calendar_subscription_id,calendar_id,calendar_name,class_name,lead_id,lead_email,host_email,event_date,\
            event_duration,time_zone,status
            9001,1,Strategy call,First,101,ada@customers.example,olga@acme.example,2024-07-01 20:30,45,\
            America/Los_Angeles,Active
            9002,2,Studio visit,,102,ben@customers.example,,2024-01-15 20:00,90,America/New_York,Completed
            9003,2,Studio visit,,103,cleo@customers.example,,2024-02-01 10:00,30,Europe/London,Cancelled
            9004,2,Studio visit,,105,dan@customers.example,olga@acme.example,2024-08-01 10:00,30,Europe/London,Active
            """;

    static final String AFFILIATES = """
            affiliate_id,username,name,email,lead_id,status,due (USD)
            301,ada-sells,Ada Stone,other@customers.example,101,Active,12.50
            302,cleo-sells,Cleo Park,CLEO@customers.example,,Paused,
            303,zoe-sells,Zoe Lund,zoe@partners.example,,Active,
            """;

    private KartraShop() {}

    static Path writeTo(Path folder) {
        write(folder.resolve("contacts.csv"), CONTACTS);
        write(folder.resolve("custom_fields.csv"), CUSTOM_FIELDS);
        write(folder.resolve("transactions.csv"), TRANSACTIONS);
        write(folder.resolve("subscriptions.csv"), SUBSCRIPTIONS);
        write(folder.resolve("appointments.csv"), APPOINTMENTS);
        write(folder.resolve("affiliates.csv"), AFFILIATES);
        return folder;
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what sales, recurring and pending payments and the refund without a sale come to. */
    static BigDecimal dollars() {
        return sum(5, "5001,5004,5006,5008,5009,5011,5012,5013,5014,5016,5020");
    }

    static BigDecimal euros() {
        return sum(6, "5002");
    }

    /** Returns what came from buyers who are no contacts. */
    static BigDecimal dollarsOfStrangers() {
        return sum(5, "5010");
    }

    private static BigDecimal sum(int column, String ids) {
        Set<String> counted = Set.of(ids.split(","));
        List<BigDecimal> amounts = TRANSACTIONS
                .lines()
                .map(line -> line.split(",", -1))
                .filter(cells -> counted.contains(cells[0]))
                .map(cells -> new BigDecimal(cells[column]).abs())
                .toList();
        assertThat(amounts).hasSameSizeAs(counted);
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
