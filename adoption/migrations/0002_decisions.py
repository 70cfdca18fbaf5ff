"""Cases, decisions and what came after. In one piece what the migrations that it replaces made one by one."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('adoption', '0002_longer_reasons'), ('adoption', '0003_registrars_and_links'), ('adoption', '0004_confirmed_by_the_municipality'), ('adoption', '0005_started_entries_and_published_minutes'), ('adoption', '0006_masked_words_may_be_alike'), ('adoption', '0007_extracts_withdrawn_masked_destroyed'), ('adoption', '0008_objected_by_the_municipality'), ('adoption', '0009_questions_and_still_right'), ('adoption', '0010_letters_to_municipalities'), ('adoption', '0011_letters_that_ask_for_something')]

    dependencies = [
        ('adoption', '0001_municipalities'),
        ('programme', '0001_programmes'),
        ('sodertorn', '0001_register'),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalTakingOffice',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('on', models.DateField(blank=True, help_text='tomt om dagen inte är känd', null=True, verbose_name='styrelsen tillträder')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='anmärkning')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('term', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='programme.termofoffice', verbose_name='mandatperiod')),
                ('municipality', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='adoption.municipality', verbose_name='kommun')),
            ],
            options={
                'verbose_name': 'historical styrelses tillträde',
                'verbose_name_plural': 'historical styrelsers tillträde',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='skrivet')),
                ('subject', models.CharField(max_length=200, verbose_name='ärenderad')),
                ('text', models.TextField(verbose_name='text')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='skrivet av')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='adoption.municipality', verbose_name='kommun')),
                ('revision', models.ForeignKey(blank=True, help_text='tomt om det gäller flera', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='programme.revision', verbose_name='program')),
                ('wanted', models.CharField(blank=True, choices=[('past', 'äldre beslut'), ('papers', 'allmänna handlingar')], help_text='tomt om något annat', max_length=10, verbose_name='vad som efterfrågas')),
            ],
            options={
                'verbose_name': 'brev till en kommun',
                'verbose_name_plural': 'brev till kommunerna',
                'ordering': ['-written_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('wanted__in', ['past', 'papers', ''])), name='letter_wants_something_known', violation_error_code='letter_wants_something_known', violation_error_message='Okänt slags brev.')],
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='adoption.body', verbose_name='organ')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='programme.placement', verbose_name='program')),
            ],
            options={
                'verbose_name': 'plats som ska anta',
                'verbose_name_plural': 'platser som ska anta',
                'ordering': ['placement', 'body'],
                'constraints': [models.UniqueConstraint(fields=('placement', 'body'), name='seat_once_in_programme', violation_error_code='seat_once_in_programme', violation_error_message='Platsen finns redan.')],
            },
        ),
        migrations.CreateModel(
            name='TakingOffice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(blank=True, help_text='tomt om dagen inte är känd', null=True, verbose_name='styrelsen tillträder')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='anmärkning')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='adoption.municipality', verbose_name='kommun')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='boards', to='programme.termofoffice', verbose_name='mandatperiod')),
            ],
            options={
                'verbose_name': 'styrelses tillträde',
                'verbose_name_plural': 'styrelsers tillträde',
                'ordering': ['term', 'municipality'],
                'constraints': [models.UniqueConstraint(fields=('term', 'municipality'), name='taking_office_once', violation_error_code='taking_office_once', violation_error_message='Tillträdet är redan infört.')],
            },
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='%(class)s', serialize=False, to='sodertorn.entry')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='adoption.body', verbose_name='organ')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='programme.revision', verbose_name='program')),
            ],
            options={
                'verbose_name': 'ärende',
                'verbose_name_plural': 'ärenden',
                'constraints': [models.UniqueConstraint(fields=('revision', 'body'), name='case_once_for_programme_and_body', violation_error_code='case_once_for_programme_and_body', violation_error_message='Ärendet finns redan.')],
            },
        ),
        migrations.CreateModel(
            name='CaseDetail',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='%(class)s', serialize=False, to='sodertorn.entry')),
                ('detail', models.CharField(choices=[('number', 'diarienummer'), ('preparation', 'beredning eller utskott'), ('deadline', 'manusstopp'), ('meeting', 'sammanträde')], max_length=12, verbose_name='slag')),
                ('on', models.DateField(blank=True, help_text='tomt: inget planerat längre', null=True, verbose_name='planerad dag')),
                ('words', models.CharField(blank=True, help_text='diarienumret, så som kommunen skriver det', max_length=200, verbose_name='uppgift')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='details', to='adoption.case', verbose_name='ärende')),
            ],
            options={
                'verbose_name': 'uppgift i ärendet',
                'verbose_name_plural': 'uppgifter i ärendet',
                'constraints': [models.CheckConstraint(condition=models.Q(('detail__in', ['number', 'preparation', 'deadline', 'meeting'])), name='casedetail_kind_is_known', violation_error_code='casedetail_kind_is_known', violation_error_message='Okänt slags uppgift.'), models.CheckConstraint(condition=models.Q(('detail__in', ('preparation', 'deadline', 'meeting')), models.Q(('on__isnull', True), models.Q(('words', ''), _negated=True)), _connector='OR'), name='casedetail_planned_day_or_words', violation_error_code='casedetail_planned_day_or_words', violation_error_message='Ett diarienummer skrivs ut; bara planerade steg har en dag.')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='%(class)s', serialize=False, to='sodertorn.entry')),
                ('began', models.DateField(blank=True, help_text='bara om det varade i flera dagar', null=True, verbose_name='sammanträdets första dag')),
                ('earliest', models.DateField(blank=True, help_text='tomt om ingen gräns är känd', null=True, verbose_name='tidigast')),
                ('latest', models.DateField(blank=True, help_text='samma dag som tidigast när dagen är känd; tomt om okänt', null=True, verbose_name='senast')),
                ('day_words', models.CharField(blank=True, max_length=300, verbose_name='källans ord om dagen')),
                ('paragraph_kind', models.CharField(choices=[('written', 'som den skrivs'), ('none', 'ingen § (ordförandens brådskande beslut)'), ('not_known', 'inte känd')], default='not_known', max_length=10, verbose_name='slags §')),
                ('paragraph', models.CharField(blank=True, help_text='som kommunen skriver den, utan §-tecken: 9, 45 a, 250/18', max_length=40, verbose_name='§')),
                ('outcome', models.CharField(choices=[('adopted', 'antog programmet'), ('referred_back', 'återremitterade ärendet'), ('postponed', 'bordlade ärendet'), ('rejected', 'avslog förslaget'), ('to_council', 'föreslog att kommunfullmäktige beslutar'), ('opinion', 'lämnade ett yttrande'), ('noted', 'noterade det, lade det till handlingarna'), ('struck_off', 'ärendet utgick'), ('other', 'något annat')], max_length=15, verbose_name='beslut')),
                ('text_change', models.CharField(choices=[('unchanged', 'ordagrant'), ('with_addition', 'ordagrant, och beslutade något eget därutöver'), ('changed', 'något i texten ändrades'), ('not_stated', 'framgår inte')], default='not_stated', max_length=15, verbose_name='är texten oförändrad?')),
                ('text', models.TextField(blank=True, help_text='tomt om den inte är känd', verbose_name='beslutets ordalydelse')),
                ('document', models.CharField(choices=[('sent', 'det som sändes'), ('another', 'ett annat'), ('not_stated', 'framgår inte')], default='not_stated', max_length=10, verbose_name='vilket dokument antogs?')),
                ('starts', models.DateField(blank=True, help_text='oftast tomt', null=True, verbose_name='gäller enligt beslutet från')),
                ('conditional', models.BooleanField(default=False, verbose_name='annat villkor än att övriga antar')),
                ('limited', models.BooleanField(default=False, verbose_name='eget slutdatum eller annan gräns')),
                ('delegated', models.BooleanField(default=False, verbose_name='fattat på delegation')),
                ('doubt_words', models.TextField(blank=True, help_text='med beslutets ord', verbose_name='villkoret eller gränsen')),
                ('note', models.TextField(blank=True, verbose_name='anmärkning')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='adoption.case', verbose_name='ärende')),
            ],
            options={
                'verbose_name': 'beslut',
                'verbose_name_plural': 'beslut',
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['adopted', 'referred_back', 'postponed', 'rejected', 'to_council', 'opinion', 'noted', 'struck_off', 'other'])), name='decision_outcome_is_known', violation_error_code='decision_outcome_is_known', violation_error_message='Okänt slags beslut.'), models.CheckConstraint(condition=models.Q(('text_change__in', ['unchanged', 'with_addition', 'changed', 'not_stated'])), name='decision_text_change_is_known', violation_error_code='decision_text_change_is_known', violation_error_message='Okänt svar om texten.'), models.CheckConstraint(condition=models.Q(('document__in', ['sent', 'another', 'not_stated'])), name='decision_document_is_known', violation_error_code='decision_document_is_known', violation_error_message='Okänt svar om dokumentet.'), models.CheckConstraint(condition=models.Q(('paragraph_kind__in', ['written', 'none', 'not_known'])), name='decision_paragraph_kind_is_known', violation_error_code='decision_paragraph_kind_is_known', violation_error_message='Okänt slags §.'), models.CheckConstraint(condition=models.Q(models.Q(('paragraph_kind', 'written'), models.Q(('paragraph', ''), _negated=True)), models.Q(models.Q(('paragraph_kind', 'written'), _negated=True), ('paragraph', '')), _connector='OR'), name='decision_paragraph_as_written', violation_error_code='decision_paragraph_as_written', violation_error_message='Skriv paragrafen, eller välj att den inte är känd eller saknas.'), models.CheckConstraint(condition=models.Q(('earliest__isnull', True), ('latest__isnull', True), ('earliest__lte', models.F('latest')), _connector='OR'), name='decision_earliest_before_latest', violation_error_code='decision_earliest_before_latest', violation_error_message='Den tidigaste dagen ligger före den senaste.'), models.CheckConstraint(condition=models.Q(('outcome', 'adopted'), models.Q(('earliest', models.F('latest')), ('earliest__isnull', False), ('latest__isnull', False)), _connector='OR'), name='decision_only_adoptions_have_intervals', violation_error_code='decision_only_adoptions_have_intervals', violation_error_message='Bara ett antagande kan ha en osäker dag; ange sammanträdets dag.'), models.CheckConstraint(condition=models.Q(('began__isnull', True), models.Q(('began__lt', models.F('latest')), ('latest__isnull', False)), _connector='OR'), name='decision_meeting_begins_before_it_ends', violation_error_code='decision_meeting_begins_before_it_ends', violation_error_message='Sammanträdets första dag ligger före den sista.'), models.CheckConstraint(condition=models.Q(('outcome', 'adopted'), models.Q(('conditional', False), ('delegated', False), ('document', 'not_stated'), ('limited', False), ('starts__isnull', True), ('text_change', 'not_stated')), _connector='OR'), name='decision_questions_about_adoptions_only', violation_error_code='decision_questions_about_adoptions_only', violation_error_message='Frågorna om text, dokument och villkor gäller bara ett antagande.')],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='%(class)s', serialize=False, to='sodertorn.entry')),
                ('step', models.CharField(choices=[('signed', 'protokollet justerat'), ('announced', 'justeringen tillkännagiven'), ('taken_down', 'tillkännagivandet nedtaget'), ('extract_filed', 'protokollsutdrag inlämnat'), ('extract_reviewed', 'protokollsutdrag granskat för offentlighet'), ('extract_withdrawn', 'protokollsutdrag inte längre offentligt'), ('extract_destroyed', 'protokollsutdrag förstört'), ('checked', 'granskat mot justerat protokoll'), ('confirmed', 'bekräftat av kommunen'), ('objected', 'kommunen har svarat att uppgifterna inte stämmer'), ('ruled', 'avgjort om det räknas'), ('appealed', 'överklagat'), ('judgment', 'dom'), ('legal_force', 'har fått laga kraft'), ('annulled', 'upphävt av domstol'), ('rescinded', 'upphävt av kommunen'), ('inhibition', 'inhiberat'), ('inhibition_lifted', 'inhibitionen upphävd')], max_length=20, verbose_name='slag')),
                ('on', models.DateField(blank=True, help_text='krävs för det som slutar ett antagande', null=True, verbose_name='dag')),
                ('words', models.TextField(blank=True, help_text='målnummer, skäl eller annat, med källans ord', verbose_name='uppgift')),
                ('counts', models.BooleanField(blank=True, help_text='bara för ett avgörande (R12)', null=True, verbose_name='räknas')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='adoption.decision', verbose_name='beslut')),
                ('extract', models.ForeignKey(blank=True, help_text='bara när ett utdrag lämnas in, granskas, inte längre är offentligt eller förstörs', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='adoption.extract', verbose_name='protokollsutdrag')),
                ('lifts', models.ForeignKey(blank=True, help_text='bara när en inhibition upphävs (R3b)', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lifted_by', to='adoption.followup', verbose_name='inhibition som upphävs')),
                ('through', models.ForeignKey(blank=True, help_text='det nya beslutet, om ett sådant upphävde det äldre', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='took_back', to='adoption.decision', verbose_name='beslutet som upphävde')),
                ('file_name', models.CharField(blank=True, help_text='som det var när filen lämnades in', max_length=200, verbose_name='filens namn')),
                ('masks', models.ForeignKey(blank=True, help_text='bara när en maskad kopia lämnas in', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='masked_by', to='adoption.extract', verbose_name='utdraget som filen är en maskad kopia av')),
                ('objection', models.TextField(blank=True, help_text='kommunens ord till samverkanskansliet; visas aldrig offentligt', verbose_name='vad som inte stämmer')),
            ],
            options={
                'verbose_name': 'uppföljning',
                'verbose_name_plural': 'uppföljningar',
                'constraints': [models.CheckConstraint(condition=models.Q(('step__in', ['signed', 'announced', 'taken_down', 'extract_filed', 'extract_reviewed', 'extract_withdrawn', 'extract_destroyed', 'checked', 'confirmed', 'objected', 'ruled', 'appealed', 'judgment', 'legal_force', 'annulled', 'rescinded', 'inhibition', 'inhibition_lifted'])), name='followup_kind_is_known', violation_error_code='followup_kind_is_known', violation_error_message='Okänt slags uppföljning.'), models.CheckConstraint(condition=models.Q(models.Q(('step__in', ['annulled', 'rescinded', 'inhibition', 'inhibition_lifted']), _negated=True), ('on__isnull', False), _connector='OR'), name='followup_ends_have_a_day', violation_error_code='followup_ends_have_a_day', violation_error_message='Ange dagen från vilken antagandet inte längre gäller, eller gäller igen.'), models.CheckConstraint(condition=models.Q(models.Q(('counts__isnull', False), ('step', 'ruled'), models.Q(('words', ''), _negated=True)), models.Q(models.Q(('step', 'ruled'), _negated=True), ('counts__isnull', True)), _connector='OR'), name='followup_ruling_says_whether_it_counts', violation_error_code='followup_ruling_says_whether_it_counts', violation_error_message='Ett avgörande säger om antagandet räknas och varför.'), models.CheckConstraint(condition=models.Q(models.Q(('lifts__isnull', False), ('step', 'inhibition_lifted')), models.Q(models.Q(('step', 'inhibition_lifted'), _negated=True), ('lifts__isnull', True)), _connector='OR'), name='followup_lift_names_an_inhibition', violation_error_code='followup_lift_names_an_inhibition', violation_error_message='Ange vilken inhibition som upphävs.'), models.CheckConstraint(condition=models.Q(models.Q(('extract__isnull', False), ('step__in', ('extract_filed', 'extract_reviewed', 'extract_withdrawn', 'extract_destroyed'))), models.Q(models.Q(('step__in', ('extract_filed', 'extract_reviewed', 'extract_withdrawn', 'extract_destroyed')), _negated=True), ('extract__isnull', True)), _connector='OR'), name='followup_extract_steps_name_a_file', violation_error_code='followup_extract_steps_name_a_file', violation_error_message='Ange vilket protokollsutdrag det gäller.'), models.CheckConstraint(condition=models.Q(('step', 'extract_filed'), models.Q(('file_name', ''), ('masks__isnull', True)), _connector='OR'), name='followup_only_what_is_filed_has_a_name_or_masks', violation_error_code='followup_only_what_is_filed_has_a_name_or_masks', violation_error_message='Bara ett utdrag som lämnas in har ett filnamn, eller är en maskad kopia av ett annat.'), models.CheckConstraint(condition=models.Q(('step', 'objected'), ('objection', ''), _connector='OR'), name='followup_only_an_objection_has_its_words', violation_error_code='followup_only_an_objection_has_its_words', violation_error_message='Bara den som svarar att något inte stämmer säger vad.'), models.CheckConstraint(condition=models.Q(('masks__isnull', True), models.Q(('masks', models.F('extract')), _negated=True), _connector='OR'), name='followup_masked_copy_is_another_file', violation_error_code='followup_masked_copy_is_another_file', violation_error_message='En maskad kopia är en annan fil än den som den ersätter.'), models.CheckConstraint(condition=models.Q(models.Q(('step__in', ['extract_withdrawn', 'extract_destroyed']), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='followup_what_takes_a_file_away_says_why', violation_error_code='followup_what_takes_a_file_away_says_why', violation_error_message='Ange varför utdraget inte längre är offentligt, eller lagrummet om det är förstört.'), models.CheckConstraint(condition=models.Q(('step', 'rescinded'), ('through__isnull', True), _connector='OR'), name='followup_through_a_decision_only_when_rescinded', violation_error_code='followup_through_a_decision_only_when_rescinded', violation_error_message='Bara ett beslut som kommunen själv upphävt kan vara upphävt genom ett annat beslut.')],
            },
        ),
        migrations.CreateModel(
            name='HandlingOfficer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=150, verbose_name='namn')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-post')),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='officer', to='adoption.case', verbose_name='ärende')),
            ],
            options={
                'verbose_name': 'handläggare',
                'verbose_name_plural': 'handläggare',
            },
        ),
        migrations.CreateModel(
            name='HistoricalHandlingOfficer',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='adoption.case', verbose_name='ärende')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical handläggare',
                'verbose_name_plural': 'historical handläggare',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalSignInLink',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='gjord')),
                ('until', models.DateTimeField(blank=True, help_text='tomt: tills ärendet är avslutat', null=True, verbose_name='gäller till')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='avslutad')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, help_text='tomt: länken gäller inget ärende, och bara en tid', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='adoption.case', verbose_name='ärende')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(blank=True, db_constraint=False, help_text='tomt: personen bad själv om den', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='skickad av')),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'historical inloggningslänk',
                'verbose_name_plural': 'historical inloggningslänkar',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='PublishedMinutes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url', models.URLField(max_length=500, verbose_name='webbadress')),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now, help_text='tomt: försöks inte mer', null=True, verbose_name='försöks')),
                ('tries', models.PositiveIntegerField(default=0, verbose_name='försök')),
                ('fault', models.CharField(blank=True, help_text='varför det inte gick', max_length=500, verbose_name='fel')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='published_minutes', to='adoption.decision', verbose_name='beslut')),
                ('extract', models.ForeignKey(blank=True, help_text='tomt tills den är hämtad', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='adoption.extract', verbose_name='filen')),
            ],
            options={
                'verbose_name': 'publicerat protokoll',
                'verbose_name_plural': 'publicerade protokoll',
                'constraints': [models.UniqueConstraint(fields=('decision', 'url'), name='publishedminutes_once', violation_error_code='publishedminutes_once', violation_error_message='Länken är redan lämnad.'), models.CheckConstraint(condition=models.Q(('extract__isnull', True), models.Q(('due_at__isnull', True), ('fault', '')), _connector='OR'), name='publishedminutes_fetched_once', violation_error_code='publishedminutes_fetched_once', violation_error_message='Det som är hämtat hämtas inte igen.')],
            },
        ),
        migrations.CreateModel(
            name='SignInLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='gjord')),
                ('until', models.DateTimeField(blank=True, help_text='tomt: tills ärendet är avslutat', null=True, verbose_name='gäller till')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='avslutad')),
                ('used_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='senast använd')),
                ('case', models.ForeignKey(blank=True, help_text='tomt: länken gäller inget ärende, och bara en tid', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sign_in_links', to='adoption.case', verbose_name='ärende')),
                ('made_by', models.ForeignKey(blank=True, help_text='tomt: personen bad själv om den', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='skickad av')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sign_in_links', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'inloggningslänk',
                'verbose_name_plural': 'inloggningslänkar',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('case__isnull', False), ('until__isnull', True)), models.Q(('case__isnull', True), ('until__isnull', False)), _connector='OR'), name='signinlink_lives_for_a_case_or_a_time', violation_error_code='signinlink_lives_for_a_case_or_a_time', violation_error_message='En länk gäller ett ärende eller en tid.'), models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('ended_at__gte', models.F('made_at')), _connector='OR'), name='signinlink_ends_after_it_was_made', violation_error_code='signinlink_ends_after_it_was_made', violation_error_message='En länk kan inte avslutas innan den är gjord.'), models.UniqueConstraint(condition=models.Q(('case__isnull', False), ('ended_at__isnull', True)), fields=('user', 'case'), name='signinlink_one_open_for_case', violation_error_code='signinlink_one_open_for_case', violation_error_message='Personen har redan en länk till ärendet.'), models.UniqueConstraint(condition=models.Q(('case__isnull', True), ('ended_at__isnull', True)), fields=('user',), name='signinlink_one_open_without_case', violation_error_code='signinlink_one_open_without_case', violation_error_message='Personen har redan en länk.')],
            },
        ),
        migrations.CreateModel(
            name='Started',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('typed', models.JSONField(verbose_name='det som är ifyllt')),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sparad')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='started', to='adoption.case', verbose_name='ärende')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='started', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'påbörjad registrering',
                'verbose_name_plural': 'påbörjade registreringar',
                'constraints': [models.UniqueConstraint(fields=('user', 'case'), name='started_once', violation_error_code='started_once', violation_error_message='Det finns redan en påbörjad registrering.')],
            },
        ),
    ]
