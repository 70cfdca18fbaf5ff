"""The register itself: people, entries, the event log, mail. In one piece what the migrations that it replaces made one by one."""

import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('sodertorn', '0001_initial'), ('sodertorn', '0002_roles_and_text_checks'), ('sodertorn', '0003_event_log'), ('sodertorn', '0004_edited_wordings'), ('sodertorn', '0005_readers_of_drafts'), ('sodertorn', '0006_errata'), ('sodertorn', '0007_forms_that_were_carried_out'), ('sodertorn', '0008_outbox'), ('sodertorn', '0009_confirmed_by_the_municipality'), ('sodertorn', '0010_mails_enclose'), ('sodertorn', '0011_still_right'), ('sodertorn', '0012_reports_from_readers')]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Answered',
            fields=[
                ('form', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='formulär')),
                ('url', models.CharField(max_length=500, verbose_name='adress')),
                ('words', models.TextField(verbose_name='bekräftelse')),
                ('head', models.PositiveIntegerField(help_text='tomt om inget registrerades i händelseloggen', null=True, verbose_name='händelse')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='tid')),
            ],
            options={
                'verbose_name': 'utfört formulär',
                'verbose_name_plural': 'utförda formulär',
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='lägger upp konton och bestämmer vem som får vad', verbose_name='administratör')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-postadress')),
                ('name', models.CharField(blank=True, help_text='visas aldrig offentligt', max_length=150, verbose_name='namn')),
                ('is_staff', models.BooleanField(default=False, help_text='redigerar utkast och registrerar beslut', verbose_name='strateg')),
                ('is_active', models.BooleanField(default=True, help_text='avmarkera i stället för att ta bort', verbose_name='aktiv')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='upplagd')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ('reads_drafts', models.BooleanField(default=False, help_text='läser utkast, till exempel i samarbetskommittén eller ledningsgruppen', verbose_name='läsare av utkast')),
            ],
            options={
                'verbose_name': 'användare',
                'verbose_name_plural': 'användare',
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='user_email_is_used_once', violation_error_code='user_email_is_used_once', violation_error_message='Det finns redan en användare med den e-postadressen.')],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('number', models.PositiveIntegerField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('recorded', models.DateTimeField(verbose_name='registrerat')),
                ('office', models.CharField(help_text='myndigheten, aldrig personen', max_length=200, verbose_name='registrerat av')),
                ('kind', models.CharField(choices=[('placement', 'program i registret'), ('withdrawal', 'återkallande'), ('text', 'text i en avskrift'), ('text_check', 'kontroll av en text'), ('lineage', 'släktskap'), ('translation', 'översättning'), ('case', 'ärende'), ('case_detail', 'uppgift i ärendet'), ('decision', 'beslut'), ('follow_up', 'uppföljning'), ('announcement', 'tillkännagivande'), ('edit', 'ändring'), ('masking', 'maskning'), ('erratum', 'rättelse av skrivfel'), ('erratum_answer', 'svar om en rättelse'), ('still_right', 'kommunens uppgifter bekräftade')], max_length=20, verbose_name='slag')),
                ('act', models.CharField(choices=[('register', 'registrerat'), ('supplement', 'kompletterat'), ('correct', 'rättat')], max_length=10, verbose_name='handling')),
                ('fact', models.PositiveIntegerField(db_index=True, verbose_name='uppgiftens första nummer')),
                ('correction', models.CharField(blank=True, choices=[('typing_error', 'vårt skrivfel'), ('minutes_corrected', 'kommunen har rättat sitt protokoll'), ('never_happened', 'har aldrig inträffat')], max_length=20, verbose_name='slags rättelse')),
                ('reason', models.TextField(blank=True, help_text='krävs vid rättelse', verbose_name='skäl')),
                ('by', models.ForeignKey(blank=True, help_text='tomt om den kom ur en registerfil eller genom en länk; visas aldrig offentligt', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('follows', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='sodertorn.entry', verbose_name='följer på')),
            ],
            options={
                'verbose_name': 'händelse',
                'verbose_name_plural': 'händelser',
                'ordering': ['number'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['placement', 'withdrawal', 'text', 'text_check', 'lineage', 'translation', 'case', 'case_detail', 'decision', 'follow_up', 'announcement', 'edit', 'masking', 'erratum', 'erratum_answer', 'still_right'])), name='entry_kind_is_known', violation_error_code='entry_kind_is_known', violation_error_message='Okänt slags uppgift.'), models.CheckConstraint(condition=models.Q(('act__in', ['register', 'supplement', 'correct'])), name='entry_act_is_known', violation_error_code='entry_act_is_known', violation_error_message='Okänt slags handling.'), models.CheckConstraint(condition=models.Q(('correction__in', ['typing_error', 'minutes_corrected', 'never_happened', ''])), name='entry_correction_is_known', violation_error_code='entry_correction_is_known', violation_error_message='Okänt slags rättelse.'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='entry_number_is_positive', violation_error_code='entry_number_is_positive', violation_error_message='Nummer börjar på 1.'), models.CheckConstraint(condition=models.Q(models.Q(('act', 'register'), ('fact', models.F('number')), ('follows__isnull', True)), models.Q(models.Q(('act', 'register'), _negated=True), ('fact__lt', models.F('number')), ('follows__isnull', False)), _connector='OR'), name='entry_registers_or_follows', violation_error_code='entry_registers_or_follows', violation_error_message='En komplettering eller rättelse anger vilken händelse den följer på; annars ingen.'), models.CheckConstraint(condition=models.Q(('follows__isnull', True), models.Q(('follows__gte', models.F('fact')), ('follows__lt', models.F('number'))), _connector='OR'), name='entry_follows_an_earlier_one', violation_error_code='entry_follows_an_earlier_one', violation_error_message='En händelse följer på en tidigare händelse om samma uppgift.'), models.CheckConstraint(condition=models.Q(models.Q(('act', 'correct'), models.Q(('correction', ''), _negated=True), models.Q(('reason', ''), _negated=True)), models.Q(models.Q(('act', 'correct'), _negated=True), ('correction', '')), _connector='OR'), name='entry_correction_says_why', violation_error_code='entry_correction_says_why', violation_error_message='Ange vilket slags rättelse det är och varför.')],
            },
        ),
        migrations.CreateModel(
            name='Edit',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='%(class)s', serialize=False, to='sodertorn.entry')),
                ('edited', models.CharField(choices=[('municipality', 'kommun'), ('termofoffice', 'mandatperiod'), ('takingoffice', 'styrelses tillträde'), ('source', 'källa'), ('paperwordings', 'formuleringar i handlingar')], max_length=20, verbose_name='slag')),
                ('row', models.CharField(max_length=60, verbose_name='beteckning')),
            ],
            options={
                'verbose_name': 'ändring',
                'verbose_name_plural': 'ändringar',
                'constraints': [models.CheckConstraint(condition=models.Q(('edited__in', ['municipality', 'termofoffice', 'takingoffice', 'source', 'paperwordings'])), name='edit_kind_is_known', violation_error_code='edit_kind_is_known', violation_error_message='Okänt slags uppgift.')],
            },
        ),
        migrations.CreateModel(
            name='LogLine',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='line', serialize=False, to='sodertorn.entry', verbose_name='händelse')),
                ('text', models.TextField(verbose_name='rad')),
                ('sha256', models.CharField(max_length=64, verbose_name='kontrollsumma (SHA-256)')),
            ],
            options={
                'verbose_name': 'rad i händelseloggen',
                'verbose_name_plural': 'rader i händelseloggen',
                'ordering': ['entry'],
            },
        ),
        migrations.CreateModel(
            name='Salt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=120, verbose_name='uppgift')),
                ('salt', models.CharField(max_length=32, verbose_name='salt')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='salts', to='sodertorn.logline', verbose_name='rad i händelseloggen')),
            ],
            options={
                'verbose_name': 'salt',
                'verbose_name_plural': 'salt',
                'ordering': ['line', 'path'],
                'constraints': [models.UniqueConstraint(fields=('line', 'path'), name='salt_once', violation_error_code='salt_once', violation_error_message='Uppgiften har redan ett salt.')],
            },
        ),
        migrations.CreateModel(
            name='Masking',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='%(class)s', serialize=False, to='sodertorn.entry')),
                ('field', models.CharField(max_length=60, verbose_name='uppgift')),
                ('law', models.CharField(help_text='till exempel offentlighets- och sekretesslagen 21 kap. 1 §', max_length=200, verbose_name='lagrum')),
                ('masked', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='maskings', to='sodertorn.entry', verbose_name='händelse som maskas')),
            ],
            options={
                'verbose_name': 'maskning',
                'verbose_name_plural': 'maskningar',
            },
        ),
        migrations.CreateModel(
            name='HistoricalUser',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('is_superuser', models.BooleanField(default=False, help_text='lägger upp konton och bestämmer vem som får vad', verbose_name='administratör')),
                ('email', models.EmailField(db_index=True, max_length=254, verbose_name='e-postadress')),
                ('name', models.CharField(blank=True, help_text='visas aldrig offentligt', max_length=150, verbose_name='namn')),
                ('is_staff', models.BooleanField(default=False, help_text='redigerar utkast och registrerar beslut', verbose_name='strateg')),
                ('is_active', models.BooleanField(default=True, help_text='avmarkera i stället för att ta bort', verbose_name='aktiv')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='upplagd')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reads_drafts', models.BooleanField(default=False, help_text='läser utkast, till exempel i samarbetskommittén eller ledningsgruppen', verbose_name='läsare av utkast')),
            ],
            options={
                'verbose_name': 'historical användare',
                'verbose_name_plural': 'historical användare',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Mail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message_id', models.CharField(max_length=200, verbose_name='Message-ID')),
                ('to', models.EmailField(max_length=254, verbose_name='till')),
                ('subject', models.CharField(max_length=300, verbose_name='ärenderad')),
                ('text', models.TextField(blank=True, help_text='tomt när brevet har gått ut', verbose_name='text')),
                ('private', models.BooleanField(default=False, help_text='den som har texten kan logga in, eller svara i kommunens namn', verbose_name='bara för mottagaren')),
                ('held_for', models.CharField(blank=True, help_text='programmets adress; tomt om brevet inte hålls inne', max_length=50, verbose_name='väntar på granskning av')),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='skrivet')),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now, help_text='tomt: skickas inte av sig självt', null=True, verbose_name='försöks')),
                ('tries', models.PositiveIntegerField(default=0, verbose_name='försök')),
                ('fault', models.CharField(blank=True, help_text='vad som sades sist', max_length=500, verbose_name='fel')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sänt')),
                ('released_by', models.ForeignKey(blank=True, help_text='tomt om ingen behövde säga ”sänd nu”', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='sänt ändå av')),
                ('encloses', models.CharField(blank=True, help_text='vad som görs och följer med när brevet går ut; tomt om inget', max_length=120, verbose_name='bifogar')),
            ],
            options={
                'verbose_name': 'brev',
                'verbose_name_plural': 'brev',
                'indexes': [models.Index(models.F('due_at'), name='mail_due')],
                'constraints': [models.UniqueConstraint(fields=('message_id',), name='mail_id_once', violation_error_code='mail_id_once', violation_error_message='Brevet finns redan.'), models.CheckConstraint(condition=models.Q(('sent_at__isnull', True), models.Q(('due_at__isnull', True), ('held_for', ''), ('text', '')), _connector='OR'), name='mail_sent_is_emptied', violation_error_code='mail_sent_is_emptied', violation_error_message='Av ett brev som har gått ut finns ingen text kvar, och det försöks inte igen.'), models.CheckConstraint(condition=models.Q(('held_for', ''), ('due_at__isnull', True), _connector='OR'), name='mail_held_is_not_due', violation_error_code='mail_held_is_not_due', violation_error_message='Ett brev som hålls inne försöks inte.')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.CharField(choices=[('error', 'Fel på en sida'), ('accessibility', 'Något går inte att använda')], max_length=20, verbose_name='slag')),
                ('page', models.CharField(blank=True, help_text='tomt om det gäller hela webbplatsen', max_length=500, verbose_name='sidans adress')),
                ('words', models.TextField(verbose_name='meddelandet')),
                ('email', models.EmailField(blank=True, help_text='tomt om inget svar önskas, och när meddelandet är avslutat', max_length=254, verbose_name='svar önskas till')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='kom')),
                ('closed_at', models.DateTimeField(blank=True, help_text='tomt medan det väntar', null=True, verbose_name='avslutat')),
                ('note', models.TextField(blank=True, help_text='tomt medan det väntar', verbose_name='vad som gjordes')),
                ('closed_by', models.ForeignKey(blank=True, help_text='tomt medan det väntar', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='avslutat av')),
            ],
            options={
                'verbose_name': 'meddelande',
                'verbose_name_plural': 'meddelanden',
                'constraints': [models.CheckConstraint(condition=models.Q(('about__in', ['error', 'accessibility'])), name='report_about_is_known', violation_error_code='report_about_is_known', violation_error_message='Okänt slags meddelande.'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='report_has_words', violation_error_code='report_has_words', violation_error_message='Skriv vad det gäller.'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('closed_by__isnull', True), ('note', '')), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False), ('email', ''), models.Q(('note', ''), _negated=True)), _connector='OR'), name='report_closed_with_a_note', violation_error_code='report_closed_with_a_note', violation_error_message='Ett meddelande avslutas med vad som gjordes; avsändarens adress tas då bort.')],
            },
        ),
    ]
