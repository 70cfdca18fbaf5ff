"""Municipalities, bodies and sources. In one piece what the migrations that it replaces made one by one."""

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('adoption', '0001_initial')]

    initial = True

    dependencies = [
        ('sodertorn', '0001_register'),
    ]

    operations = [
        migrations.CreateModel(
            name='Extract',
            fields=[
                ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False, validators=[django.core.validators.RegexValidator('^[0-9a-f]{64}$')], verbose_name='kontrollsumma (SHA-256)')),
                ('size', models.PositiveIntegerField(verbose_name='storlek i byte')),
                ('media_type', models.CharField(default='application/pdf', max_length=80, verbose_name='filtyp')),
            ],
            options={
                'verbose_name': 'protokollsutdrag',
                'verbose_name_plural': 'protokollsutdrag',
            },
        ),
        migrations.CreateModel(
            name='HistoricalMunicipality',
            fields=[
                ('code', models.CharField(db_index=True, help_text='fyra siffror med inledande nolla (SCB)', max_length=4, validators=[django.core.validators.RegexValidator('^[0-9]{4}$', 'En kommunkod är fyra siffror, till exempel 0126.')], verbose_name='kommunkod')),
                ('slug', models.SlugField(verbose_name='adress')),
                ('name', models.CharField(help_text='kort, till exempel Nykvarn', max_length=60, verbose_name='namn')),
                ('full_name', models.CharField(help_text='till exempel Nykvarns kommun', max_length=80, verbose_name='fullt namn')),
                ('contact_email', models.EmailField(blank=True, help_text='kommunens funktionsbrevlåda; tomt om den inte är känd', max_length=254, verbose_name='e-post till kommunen')),
                ('website', models.URLField(blank=True, help_text='tomt om den inte är känd', verbose_name='webbplats')),
                ('office', models.CharField(blank=True, help_text='så som kommunen skriver den, till exempel kommunstyrelsens förvaltning; tomt om inte känt', max_length=100, verbose_name='förvaltning')),
                ('office_genitive', models.CharField(blank=True, help_text='tomt om inte känt', max_length=100, verbose_name='förvaltningen i genitiv')),
                ('paper', models.CharField(blank=True, help_text='tjänsteutlåtande eller tjänsteskrivelse; tomt om inte känt', max_length=60, verbose_name='beslutsunderlagets namn')),
                ('decision_form', models.CharField(blank=True, help_text='”… antas” eller ”Kommunstyrelsen beslutar att anta …”; tomt om inte känt', max_length=200, verbose_name='beslutsformel')),
                ('paragraph_form', models.CharField(blank=True, help_text='till exempel §9, § 9 eller 9/27; tomt om inte känt', max_length=20, verbose_name='så skrivs en §')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical kommun',
                'verbose_name_plural': 'historical kommuner',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Municipality',
            fields=[
                ('code', models.CharField(help_text='fyra siffror med inledande nolla (SCB)', max_length=4, primary_key=True, serialize=False, validators=[django.core.validators.RegexValidator('^[0-9]{4}$', 'En kommunkod är fyra siffror, till exempel 0126.')], verbose_name='kommunkod')),
                ('slug', models.SlugField(unique=True, verbose_name='adress')),
                ('name', models.CharField(help_text='kort, till exempel Nykvarn', max_length=60, verbose_name='namn')),
                ('full_name', models.CharField(help_text='till exempel Nykvarns kommun', max_length=80, verbose_name='fullt namn')),
                ('contact_email', models.EmailField(blank=True, help_text='kommunens funktionsbrevlåda; tomt om den inte är känd', max_length=254, verbose_name='e-post till kommunen')),
                ('website', models.URLField(blank=True, help_text='tomt om den inte är känd', verbose_name='webbplats')),
                ('office', models.CharField(blank=True, help_text='så som kommunen skriver den, till exempel kommunstyrelsens förvaltning; tomt om inte känt', max_length=100, verbose_name='förvaltning')),
                ('office_genitive', models.CharField(blank=True, help_text='tomt om inte känt', max_length=100, verbose_name='förvaltningen i genitiv')),
                ('paper', models.CharField(blank=True, help_text='tjänsteutlåtande eller tjänsteskrivelse; tomt om inte känt', max_length=60, verbose_name='beslutsunderlagets namn')),
                ('decision_form', models.CharField(blank=True, help_text='”… antas” eller ”Kommunstyrelsen beslutar att anta …”; tomt om inte känt', max_length=200, verbose_name='beslutsformel')),
                ('paragraph_form', models.CharField(blank=True, help_text='till exempel §9, § 9 eller 9/27; tomt om inte känt', max_length=20, verbose_name='så skrivs en §')),
            ],
            options={
                'verbose_name': 'kommun',
                'verbose_name_plural': 'kommuner',
                'constraints': [models.UniqueConstraint(fields=('name',), name='municipality_name_once', violation_error_code='municipality_name_once', violation_error_message='Kommunen finns redan.')],
            },
        ),
        migrations.CreateModel(
            name='Body',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('board', 'kommunstyrelsen'), ('council', 'kommunfullmäktige'), ('unnamed', 'ett organ som källan inte namnger'), ('committee', 'samarbetskommittén')], max_length=10, verbose_name='slag')),
                ('municipality', models.ForeignKey(blank=True, help_text='tomt för samarbetskommittén', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bodies', to='adoption.municipality', verbose_name='kommun')),
            ],
            options={
                'verbose_name': 'beslutande organ',
                'verbose_name_plural': 'beslutande organ',
                'ordering': ['municipality', 'kind'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['board', 'council', 'unnamed', 'committee'])), name='body_kind_is_known', violation_error_code='body_kind_is_known', violation_error_message='Okänt slags organ.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'committee'), ('municipality__isnull', True)), models.Q(models.Q(('kind', 'committee'), _negated=True), ('municipality__isnull', False)), _connector='OR'), name='body_has_a_municipality_unless_committee', violation_error_code='body_has_a_municipality_unless_committee', violation_error_message='Bara samarbetskommittén saknar kommun.'), models.UniqueConstraint(fields=('municipality', 'kind'), name='body_once_in_municipality', violation_error_code='body_once_in_municipality', violation_error_message='Organet finns redan.'), models.UniqueConstraint(condition=models.Q(('kind', 'committee')), fields=('kind',), name='body_one_committee', violation_error_code='body_one_committee', violation_error_message='Organet finns redan.')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalRegistrar',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='adoption.municipality', verbose_name='kommun')),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'historical den som registrerar för en kommun',
                'verbose_name_plural': 'historical de som registrerar för en kommun',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalSource',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('key', models.SlugField(max_length=60, verbose_name='beteckning')),
                ('title', models.CharField(max_length=300, verbose_name='titel')),
                ('kind', models.CharField(choices=[('minutes', 'protokoll'), ('municipal_paper', 'kommunal handling'), ('message', 'meddelande från kommunen'), ('cooperation', 'Södertörnskommunernas webbplats'), ('statistics', 'statistikmyndighet'), ('other', 'annan källa'), ('invented', 'påhittad, för demonstration')], max_length=20, verbose_name='slag')),
                ('url', models.URLField(blank=True, help_text='tomt om den saknar adress', max_length=500, verbose_name='webbadress')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(blank=True, db_constraint=False, help_text='kommunen, om den själv står för källan; annars tomt (R13)', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='adoption.municipality', verbose_name='kommunens egen uppgift')),
            ],
            options={
                'verbose_name': 'historical källa',
                'verbose_name_plural': 'historical källor',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked', models.CharField(choices=[('appeal', 'om ett beslut har överklagats'), ('still_right', 'om uppgifterna om kommunen stämmer')], max_length=20, verbose_name='vad som frågas')),
                ('about', models.CharField(blank=True, max_length=60, verbose_name='gäller')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='skickad')),
                ('said', models.TextField(blank=True, help_text='med kommunens ord', verbose_name='vad som är fel')),
                ('settled_at', models.DateTimeField(blank=True, null=True, verbose_name='åtgärdat')),
                ('by', models.ForeignKey(blank=True, help_text='tomt om registret frågade av sig självt', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='av')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='adoption.municipality', verbose_name='kommun')),
            ],
            options={
                'verbose_name': 'fråga',
                'verbose_name_plural': 'frågor',
                'constraints': [models.CheckConstraint(condition=models.Q(('asked__in', ['appeal', 'still_right'])), name='question_kind_is_known', violation_error_code='question_kind_is_known', violation_error_message='Okänt slags fråga.'), models.UniqueConstraint(condition=models.Q(('asked', 'appeal')), fields=('about',), name='question_about_an_appeal_once', violation_error_code='question_about_an_appeal_once', violation_error_message='Frågan är redan ställd.'), models.CheckConstraint(condition=models.Q(('settled_at__isnull', True), models.Q(('said', ''), _negated=True), _connector='OR'), name='question_settled_when_something_was_said', violation_error_code='question_settled_when_something_was_said', violation_error_message='Bara det som någon har sagt är fel kan åtgärdas.')],
            },
        ),
        migrations.CreateModel(
            name='Registrar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registrars', to='adoption.municipality', verbose_name='kommun')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'den som registrerar för en kommun',
                'verbose_name_plural': 'de som registrerar för en kommun',
                'constraints': [models.UniqueConstraint(fields=('user', 'municipality'), name='registrar_once_in_municipality', violation_error_code='registrar_once_in_municipality', violation_error_message='Personen registrerar redan för kommunen.')],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60, unique=True, verbose_name='beteckning')),
                ('title', models.CharField(max_length=300, verbose_name='titel')),
                ('kind', models.CharField(choices=[('minutes', 'protokoll'), ('municipal_paper', 'kommunal handling'), ('message', 'meddelande från kommunen'), ('cooperation', 'Södertörnskommunernas webbplats'), ('statistics', 'statistikmyndighet'), ('other', 'annan källa'), ('invented', 'påhittad, för demonstration')], max_length=20, verbose_name='slag')),
                ('url', models.URLField(blank=True, help_text='tomt om den saknar adress', max_length=500, verbose_name='webbadress')),
                ('municipality', models.ForeignKey(blank=True, help_text='kommunen, om den själv står för källan; annars tomt (R13)', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='adoption.municipality', verbose_name='kommunens egen uppgift')),
            ],
            options={
                'verbose_name': 'källa',
                'verbose_name_plural': 'källor',
                'ordering': ['key'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['minutes', 'municipal_paper', 'message', 'cooperation', 'statistics', 'other', 'invented'])), name='source_kind_is_known', violation_error_code='source_kind_is_known', violation_error_message='Okänt slags källa.')],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField(blank=True, help_text='ordagrant, med källans stavning', verbose_name='källans ord')),
                ('page', models.CharField(blank=True, max_length=40, verbose_name='sida')),
                ('stance', models.CharField(choices=[('states', 'säger uppgiften'), ('bounds', 'begränsar eller belyser uppgiften, utan att säga den'), ('contradicts', 'motsäger uppgiften')], default='states', max_length=12, verbose_name='ställning')),
                ('note', models.TextField(blank=True, verbose_name='anmärkning')),
                ('read_on', models.DateField(blank=True, help_text='tomt om läsdagen inte är antecknad', null=True, verbose_name='läst')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='sodertorn.entry', verbose_name='händelse')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='adoption.source', verbose_name='källa')),
            ],
            options={
                'verbose_name': 'hänvisning',
                'verbose_name_plural': 'hänvisningar',
                'ordering': ['entry', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('stance__in', ['states', 'bounds', 'contradicts'])), name='citation_stance_is_known', violation_error_code='citation_stance_is_known', violation_error_message='Okänd ställning.'), models.UniqueConstraint(models.F('entry'), models.F('source'), models.F('stance'), django.db.models.functions.text.MD5('words'), condition=models.Q(('words', '█████'), _negated=True), name='citation_once', violation_error_code='citation_once', violation_error_message='Samma ord ur samma källa är redan angivna.')],
            },
        ),
        migrations.CreateModel(
            name='StillRight',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='%(class)s', serialize=False, to='sodertorn.entry')),
                ('on', models.DateField(verbose_name='dag')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='confirmations', to='adoption.municipality', verbose_name='kommun')),
            ],
            options={
                'verbose_name': 'bekräftade kommunuppgifter',
                'verbose_name_plural': 'bekräftade kommunuppgifter',
            },
        ),
    ]
